package himalia.display.bundle;

/**
 * Text in Markdown: {@code new Markdown("**bold**, $x^2$, and tables")}.
 *
 * @param source what people without a renderer read, too
 */
public record Markdown(String source) implements Displayable {
    @Override
    public MimeBundle bundle() {
        return MimeBundle.plain(source).with(MimeBundle.MARKDOWN, source);
    }
}
