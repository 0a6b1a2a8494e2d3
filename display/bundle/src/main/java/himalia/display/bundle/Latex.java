package himalia.display.bundle;

import java.util.Objects;

/**
 * A formula: {@code new Latex("\\frac{1}{2}")}.
 *
 * @param source the formula, with or without the dollar signs around it
 */
public record Latex(String source) implements Displayable {
    public Latex {
        Objects.requireNonNull(source, "the source is null; an example is new Latex(\"x^2\")");
    }

    @Override
    public MimeBundle bundle() {
        var bare = !source.contains("$") && !source.contains("\\begin") && !source.contains("\\[");
        return MimeBundle.plain(source)
                .with(MimeBundle.LATEX, bare ? "$\\displaystyle " + source + "$" : source);
    }
}
