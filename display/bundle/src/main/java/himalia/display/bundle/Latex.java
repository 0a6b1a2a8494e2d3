package himalia.display.bundle;

/**
 * A formula: {@code new Latex("\\frac{1}{2}")}.
 *
 * @param source the formula, with or without the dollar signs around it
 */
public record Latex(String source) implements Displayable {
    @Override
    public MimeBundle bundle() {
        var bare = !source.contains("$") && !source.contains("\\begin") && !source.contains("\\[");
        return MimeBundle.plain(source)
                .with(MimeBundle.LATEX, bare ? "$\\displaystyle " + source + "$" : source);
    }
}
