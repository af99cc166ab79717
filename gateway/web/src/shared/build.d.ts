/** Another one whenever the API gives what a device keeps in another shape. */
declare const __KEPT_SHAPE__: string;
