/** Different in every build. */
declare const __BUILD__: string;
