package himalia.display.bundle;

/**
 * Something that knows how it looks; the shortest way to show a class of one's own.
 *
 * <pre>{@code
 * record Colour(String hex) implements Displayable {
 *     public MimeBundle bundle() {
 *         return MimeBundle.plain(hex).html("<b style='color:" + hex + "'>" + hex + "</b>");
 *     }
 * }
 * }</pre>
 */
public interface Displayable {
    /** Returns the value in every form in which it can be shown, plain text among them. */
    MimeBundle bundle();
}
