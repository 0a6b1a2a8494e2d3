/**
 * JupyterLab: the one that is there, or a private one. Imports the JDK and {@code himalia.install.kernelspec}.
 */
@NullMarked
package himalia.install.lab;

import org.jspecify.annotations.NullMarked;
