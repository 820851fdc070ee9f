-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "recorded_as" TEXT[] DEFAULT ARRAY[]::TEXT[];


