package himalia.magics.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A magic that changes what the code below it means, or looks at what the code above it declared: it adds libraries, runs
 * other cells, lists variables. In a cell, what stands above it has run before it, and what stands below it is compiled
 * when it has run. Any other magic is a statement among others, so that nothing of a cell runs where one line of it does
 * not compile.
 *
 * <pre>{@code
 * @Apart
 * @Command(name = "drivers", description = "Adds the JDBC drivers of this project.")
 * public final class DriversMagic implements LineMagic<Void> { … }
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Apart {}
