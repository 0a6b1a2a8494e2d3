package himalia.magics.spi;

import himalia.display.bundle.Display;
import himalia.display.bundle.MimeBundle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a cell printed and showed while it was captured: {@code out.stdout()}, {@code out.displays()}, {@code
 * out.show()}.
 */
public final class Captured {
    /** The name under which displays are left out, beside {@code stdout} and {@code stderr}. */
    public static final String DISPLAYS = "displays";

    private final Set<String> leftOut;
    private final Map<String, StringBuilder> texts = new LinkedHashMap<>();
    private final Map<String, MimeBundle> displays = new LinkedHashMap<>();
    private int unnamed;

    /**
     * Captures everything but what is left out.
     *
     * @param leftOut any of {@code stdout}, {@code stderr} and {@code displays}, shown as ever
     */
    public Captured(Set<String> leftOut) {
        this.leftOut = Set.copyOf(leftOut);
    }

    /** Takes text of a stream, called by the process that runs the cells; false where it is left out. */
    public synchronized boolean print(String stream, CharSequence text) {
        if (leftOut.contains(stream)) {
            return false;
        }
        texts.computeIfAbsent(stream, key -> new StringBuilder()).append(text);
        return true;
    }

    /** Takes a display, or another state of one; false where it is left out, or was shown before the capture. */
    public synchronized boolean display(String id, boolean update, MimeBundle bundle) {
        if (leftOut.contains(DISPLAYS) || update && !displays.containsKey(id)) {
            return false;
        }
        displays.put(id.isEmpty() ? "unnamed " + ++unnamed : id, bundle);
        return true;
    }

    public String stdout() {
        return text("stdout");
    }

    public String stderr() {
        return text("stderr");
    }

    /** Returns what was displayed, the cell's value last. */
    public synchronized List<MimeBundle> displays() {
        return new ArrayList<>(displays.values());
    }

    /** Prints and shows all of it now: the streams, then the displays. */
    public void show() {
        // Printed into the cell that asks for it.
        System.out.print(stdout());
        System.err.print(stderr());
        displays().forEach(Display::display);
    }

    private synchronized String text(String stream) {
        var text = texts.get(stream);
        return text == null ? "" : text.toString();
    }

    @Override
    public String toString() {
        return "captured "
                + stdout().length()
                + " characters of stdout, "
                + stderr().length()
                + " of stderr, "
                + displays().size()
                + " displays; show() shows them";
    }
}
