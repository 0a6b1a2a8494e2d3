package himalia.compat;

import himalia.display.bundle.Display;
import himalia.display.bundle.DisplayHandle;
import himalia.display.bundle.DisplaySink;
import himalia.display.bundle.MimeBundle;
import himalia.magics.spi.Captured;
import himalia.magics.spi.CurrentNotebook;
import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.Notebook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A notebook that keeps what is shown and asked, and answers a question with what a test has laid ready. */
final class FakeNotebook implements Notebook, DisplaySink {
    /** What was shown or changed: {@code show} or {@code update}, the id, and the bundle. */
    record Shown(String how, String id, MimeBundle bundle) {}

    final List<Shown> shown = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    Object answer;

    /** Returns a new one, which is the current one from now on. */
    static FakeNotebook connected() {
        var notebook = new FakeNotebook();
        CurrentNotebook.connect(notebook);
        Display.connect(notebook);
        return notebook;
    }

    @Override
    public void show(MimeBundle bundle, Optional<String> id) {
        shown.add(new Shown("show", id.orElse(""), bundle));
    }

    @Override
    public void update(String id, MimeBundle bundle) {
        shown.add(new Shown("update", id, bundle));
    }

    @Override
    public void clear(boolean wait) {}

    @Override
    public Object ask(String request, Map<String, ?> arguments) {
        asked.add(request + " " + arguments);
        return answer;
    }

    @Override
    public DisplayHandle display(Object value) {
        return Display.display(value);
    }

    @Override
    public Runnable onEnd(String what, AutoCloseable action) {
        return Notebook.super.onEnd(what, action);
    }

    @Override
    public Path directory() {
        return Path.of("");
    }

    @Override
    public void changeDirectory(Path folder) {}

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public void changeEnvironment(String name, String value) {}

    @Override
    public void capture(Captured into) {}

    @Override
    public void release(Captured into) {}

    @Override
    public List<MagicDescription> magics() {
        return List.of();
    }

    @Override
    public String input(String prompt, boolean hidden) {
        return "";
    }
}
