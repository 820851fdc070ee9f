-- AlterTable
ALTER TABLE "statement" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;


