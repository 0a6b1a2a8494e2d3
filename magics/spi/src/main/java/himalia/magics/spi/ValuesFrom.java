package himalia.magics.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says on the field of an option or a parameter of a magic where its values come from, for completion.
 *
 * <pre>{@code
 * @Option(names = "--label", description = "Column that names the class.")
 * @ValuesFrom(TableColumns.class)
 * private String label;
 * }</pre>
 *
 * <p>A parameter that takes a Java expression, and a file, need none: variables of the type and files are offered.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ValuesFrom {
    /** Who is asked; it has a constructor without parameters. */
    Class<? extends Candidates> value();
}
