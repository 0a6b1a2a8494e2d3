package himalia.magics;

import himalia.display.bundle.Display;
import himalia.display.bundle.DisplayHandle;
import himalia.magics.spi.Captured;
import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.Notebook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A notebook that remembers what was shown and asked. */
public final class RecordingNotebook implements Notebook {
    private final Map<String, String> environment = new HashMap<>();
    private Path directory;
    private final List<String> shown = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> closing = new ArrayList<>();
    private final Map<String, Object> answers = new HashMap<>();

    public RecordingNotebook(Path directory) {
        this.directory = directory;
    }

    /** Gives the answer to a later {@link #ask}. */
    public RecordingNotebook answering(String request, Object answer) {
        answers.put(request, answer);
        return this;
    }

    /** What was shown, as text. */
    public List<String> shown() {
        return shown;
    }

    /** What is to be closed at the end. */
    public List<String> closing() {
        return closing;
    }

    /** What was asked, as {@code request{arguments}}. */
    public List<String> asked() {
        return asked;
    }

    @Override
    public DisplayHandle display(@Nullable Object value) {
        shown.add(Display.text(value));
        return new DisplayHandle("display-" + shown.size());
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public void changeDirectory(Path folder) {
        directory = folder;
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public void changeEnvironment(String name, String value) {
        environment.put(name, value);
    }

    @Override
    public void capture(Captured into) {
        asked.add("capture");
    }

    @Override
    public void release(Captured into) {
        asked.add("release");
    }

    @Override
    public Runnable onEnd(String what, AutoCloseable action) {
        closing.add(what);
        return () -> closing.remove(what);
    }

    @Override
    public List<MagicDescription> magics() {
        return new PicocliCatalog().describe();
    }

    @Override
    public String input(String prompt, boolean hidden) {
        asked.add("input " + prompt);
        return "";
    }

    @Override
    public @Nullable Object ask(String request, Map<String, ?> arguments) {
        asked.add(request + arguments);
        return answers.get(request);
    }
}
