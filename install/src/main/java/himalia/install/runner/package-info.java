/**
 * Runs notebooks without a front end: reads and writes {@code .ipynb}, applies what the kernel says to the cells,
 * compares. Imports {@code himalia.client}, {@code himalia.install.kernelspec}, {@code himalia.install.page} and Gson.
 */
@NullMarked
package himalia.install.runner;

import org.jspecify.annotations.NullMarked;
