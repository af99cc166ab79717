/** All of the component library's styles; for every part of the application that is loaded later. */
import '@mantine/core/styles.layer.css';
