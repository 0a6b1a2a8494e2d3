package himalia.worker;

import himalia.display.bundle.Display;
import himalia.display.bundle.DisplayHandle;
import himalia.link.Link;
import himalia.link.LinkException;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import himalia.magics.spi.CurrentNotebook;
import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The notebook as magics see it: what only the kernel process knows is asked over the link. */
final class WorkerNotebook implements Notebook {
    private final Link link;
    private final Output output;

    WorkerNotebook(Link link, Output output) {
        this.link = link;
        this.output = output;
    }

    @Override
    public DisplayHandle display(@Nullable Object value) {
        return Display.display(value);
    }

    @Override
    public Path directory() {
        return Path.of("").toAbsolutePath();
    }

    @Override
    public List<MagicDescription> magics() {
        return CurrentNotebook.catalog().describe();
    }

    @Override
    public @Nullable Object ask(String request, Map<String, ?> arguments) {
        output.send();
        var fields =
                Map.of(
                        "cell",
                        CellScope.current(),
                        "request",
                        request,
                        "arguments",
                        (Object) arguments);
        try {
            return link.ask(new LinkMessage(Messages.ASK, fields)).await().fields().get("value");
        } catch (LinkException e) {
            throw new MagicException(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MagicException(
                    "interrupted while the kernel was asked for '" + request + "'", e);
        }
    }
}
