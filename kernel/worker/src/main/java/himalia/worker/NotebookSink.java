package himalia.worker;

import himalia.display.bundle.Display;
import himalia.display.bundle.DisplaySink;
import himalia.display.bundle.MimeBundle;
import himalia.link.Link;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows things in the notebook, in order with what was printed before. */
final class NotebookSink implements DisplaySink {
    /** What a cell may show one below the other; beyond it, front ends and files drown. */
    private static final int MOST = 1_000;

    private static final MimeBundle TOO_MANY =
            MimeBundle.plain(
                    "This cell has shown 1,000 things. From here on each takes the place of the one before,"
                            + " so that the notebook can still be opened;\nthe last one stays."
                            + " To show something that changes, use one display: var d = display(x);"
                            + " d.update(y);");

    private final Link link;
    private final CellOutput output;
    private final Endings endings;
    private final SnippetClasses classes;
    private final Updates updates = new Updates((id, bundle) -> send(bundle, id, true));
    private long counted = -1;
    private int shown;
    private @Nullable DisplayLimiter crowd;

    NotebookSink(Link link, CellOutput output, Endings endings, SnippetClasses classes) {
        this.endings = endings;
        this.classes = classes;
        this.link = link;
        this.output = output;
    }

    @Override
    public void show(MimeBundle bundle, Optional<String> id) {
        if (isTaken(bundle, id.orElse(""), false)) {
            return;
        }
        id.ifPresent(updates::settle);
        var full = counted();
        if (full == null) {
            send(bundle, id.orElse(""), false);
        } else {
            full.show(bundle, id.orElse(""));
        }
    }

    @Override
    public void update(String id, MimeBundle bundle) {
        if (!isTaken(bundle, id, true) && !replaced(id, bundle)) {
            updates.show(id, bundle);
        }
    }

    /** Sends at once what still waits. */
    void settle() {
        updates.settle();
    }

    private synchronized boolean replaced(String id, MimeBundle bundle) {
        return crowd != null && crowd.replace(id, bundle);
    }

    /** Counts one display more; returns where it goes if the cell has shown too many. */
    private synchronized @Nullable DisplayLimiter counted() {
        long cell = CellScope.current();
        if (cell != counted) {
            counted = cell;
            shown = 0;
            crowd = null;
        }
        if (crowd == null && ++shown > MOST) {
            var place = UUID.randomUUID().toString();
            var latest = new DisplayThrottle(bundle -> send(bundle, place, true), () -> {});
            crowd = new DisplayLimiter(latest);
            Display.track(latest);
            send(TOO_MANY, "", false);
            send(MimeBundle.plain(""), place, false);
        }
        return crowd;
    }

    private boolean isTaken(MimeBundle bundle, String id, boolean update) {
        return output.captures().take(CellScope.current(), id, update, bundle);
    }

    @Override
    public void clear(boolean wait) {
        output.send();
        link.tell(
                new LinkMessage(
                        Messages.CLEAR,
                        Map.of("cell", CellScope.current(), "wait", (Object) wait)));
    }

    @Override
    public long run() {
        return CellScope.current();
    }

    @Override
    public Runnable inThisRun(Runnable work) {
        long cell = CellScope.current();
        return () -> CellScope.as(cell, work);
    }

    @Override
    public Runnable apart(Runnable work) {
        return () -> CellScope.as(CellScope.NOBODY, work);
    }

    @Override
    public Optional<byte[]> classFile(String name) {
        return classes.file(name);
    }

    @Override
    public Runnable onEnd(String what, AutoCloseable action) {
        return endings.add(what, action);
    }

    private void send(MimeBundle bundle, String id, boolean update) {
        output.send();
        var fields = new LinkedHashMap<String, Object>(Invocation.fields(bundle));
        fields.put("cell", CellScope.current());
        fields.put("id", id);
        fields.put("update", update);
        link.tell(new LinkMessage(Messages.DISPLAY, fields));
    }
}
