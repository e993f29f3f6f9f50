/** An arch onto a square, with a sun in it. */
export function Logo() {
  return (
    <svg width="30" height="30" viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="9" fill="#0c6b58" />
      <path
        d="M9 24V13.5a7 7 0 0 1 14 0V24"
        fill="none"
        stroke="#fff"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <circle cx="16" cy="21.5" r="2.6" fill="#ffb454" />
    </svg>
  );
}
