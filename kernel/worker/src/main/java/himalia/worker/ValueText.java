package himalia.worker;

import himalia.display.bundle.Display;
import himalia.link.LinkMessage;
import java.util.Map;

/** Answers what a variable holds, as text: for inspection and for lists of variables. */
final class ValueText implements CellThread.Job {
    private static final int MOST = 2000;

    private final LinkMessage request;
    private final SnippetClasses classes;
    private final long question = CellScope.question();

    ValueText(LinkMessage request, SnippetClasses classes) {
        this.request = request;
        this.classes = classes;
    }

    @Override
    public long cell() {
        return question;
    }

    @Override
    public LinkMessage run() throws ReflectiveOperationException {
        CellScope.own(question);
        try {
            var value = classes.value(request.text("class"), request.text("field"));
            var text = Display.text(value);
            // As where it is shown: a text is left as it is.
            var shown = value instanceof CharSequence ? text : CellNames.shown(text);
            return new LinkMessage("done", Map.of("text", cut(shown)));
        } finally {
            StopChecks.forget(question);
        }
    }

    private static String cut(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
    }
}
