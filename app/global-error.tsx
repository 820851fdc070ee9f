'use client'

import './globals.css'

/**
 * Where not even the frame of a page could be made. Knows no reader and so speaks both languages; and has no style beside
 * its elements, as Next's own would, since the page's policy allows none.
 */
export default function FrameFailed({
  error,
  retry,
}: {
  error: Error & { digest?: string }
  retry: () => void
}) {
  return (
    <html lang="en">
      <body className="mx-auto grid max-w-xl gap-6 px-4 py-16 font-sans antialiased">
        <title>Waqai · وقائع</title>
        <div role="alert" className="grid gap-6">
          <p>
            Something went wrong on our side. Nothing was lost; the cause is in the server’s log
            {error.digest && ` under ${error.digest}`}.
          </p>
          <p lang="ar" dir="rtl">
            حدث خطأ من جانبنا. لم يضع شيء، والسبب في سجل الخادم{error.digest && ` تحت ${error.digest}`}.
          </p>
        </div>
        <button
          type="button"
          onClick={retry}
          className="justify-self-start rounded bg-accent px-4 py-2 font-medium text-accent-ink"
        >
          Try again · <span lang="ar">حاول مجددًا</span>
        </button>
      </body>
    </html>
  )
}
