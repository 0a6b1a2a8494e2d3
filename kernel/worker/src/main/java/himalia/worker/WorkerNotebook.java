package himalia.worker;

import himalia.display.bundle.Display;
import himalia.display.bundle.DisplayHandle;
import himalia.link.Link;
import himalia.link.LinkException;
import himalia.link.question.NextWorkerQuestion;
import himalia.link.question.Question;
import himalia.magics.spi.Captured;
import himalia.magics.spi.CurrentNotebook;
import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The notebook as magics see it: what only the kernel process knows is asked over the link. */
final class WorkerNotebook implements Notebook {
    private final Link link;
    private final CellOutput output;
    private final Endings endings;
    private final Map<String, String> environment = new ConcurrentSkipListMap<>(System.getenv());
    private volatile Path directory = Path.of("").toAbsolutePath();

    WorkerNotebook(Link link, CellOutput output, Endings endings) {
        this.endings = endings;
        this.link = link;
        this.output = output;
    }

    @Override
    public DisplayHandle display(@Nullable Object value) {
        return Display.display(value);
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public void changeDirectory(Path folder) {
        ask(new NextWorkerQuestion(folder.toString(), Map.of(), List.of()));
        directory = folder;
    }

    @Override
    public Map<String, String> environment() {
        return Collections.unmodifiableMap(environment);
    }

    @Override
    public void changeEnvironment(String name, String value) {
        ask(new NextWorkerQuestion("", Map.of(name, value), List.of()));
        environment.put(name, value);
    }

    @Override
    public void capture(Captured into) {
        output.captures().begin(CellScope.current(), into);
    }

    @Override
    public void release(Captured into) {
        output.captures().end(into);
    }

    @Override
    public long runNanos() {
        return RunClock.nanos();
    }

    @Override
    public Runnable onEnd(String what, AutoCloseable action) {
        return endings.add(what, action);
    }

    @Override
    public Runnable background(String name, Runnable work) {
        return BackgroundThread.start(name, work);
    }

    @Override
    public List<MagicDescription> magics() {
        return CurrentNotebook.catalog().describe();
    }

    @Override
    public String input(String prompt, boolean hidden) {
        try {
            return CellInput.prompt(link, output, prompt, hidden);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing was typed", e);
        }
    }

    private void ask(Question question) {
        ask(question.name(), question.arguments());
    }

    @Override
    public @Nullable Object ask(String request, Map<String, ?> arguments) {
        output.send();
        try {
            var message = Question.message(CellScope.current(), request, arguments);
            return link.ask(message).await().fields().get("value");
        } catch (LinkException e) {
            throw new MagicException(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MagicException(
                    "interrupted while the kernel was asked for '" + request + "'", e);
        }
    }
}
