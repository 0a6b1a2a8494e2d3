package himalia.display.widget;

import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;

/** What was thrown, as it looks in the place of a value. */
final class Failure {
    private Failure() {}

    static MimeBundle of(Throwable thrown) {
        var text = thrown.toString();
        return MimeBundle.plain(text)
                .html("<pre style=\"color: #c62828\">" + Escape.html(text) + "</pre>");
    }
}
