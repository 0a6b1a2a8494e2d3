package himalia.display.bundle;

import java.util.Objects;

/**
 * A diagram in Mermaid's language: {@code new Mermaid("graph LR; train --> evaluate")}.
 *
 * @param source the diagram
 */
public record Mermaid(String source) implements Displayable {
    private static final String MERMAID = "text/vnd.mermaid";

    public Mermaid {
        Objects.requireNonNull(
                source, "the source is null; an example is new Mermaid(\"graph LR; A --> B\")");
    }

    @Override
    public MimeBundle bundle() {
        // As a Markdown fence more front ends draw it than know its own MIME type.
        return MimeBundle.plain(source)
                .with(MimeBundle.MARKDOWN, "```mermaid\n" + source + "\n```")
                .with(MERMAID, source);
    }
}
