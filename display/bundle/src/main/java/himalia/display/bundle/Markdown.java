package himalia.display.bundle;

import java.util.Objects;

/**
 * Text in Markdown: {@code new Markdown("**bold**, $x^2$, and tables")}.
 *
 * @param source what people without a renderer read, too
 */
public record Markdown(String source) implements Displayable {
    public Markdown {
        Objects.requireNonNull(
                source, "the source is null; an example is new Markdown(\"**bold**\")");
    }

    @Override
    public MimeBundle bundle() {
        return MimeBundle.plain(source).with(MimeBundle.MARKDOWN, source);
    }
}
