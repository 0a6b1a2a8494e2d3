package himalia.kernel.workers;

import com.sun.jdi.ArrayReference;
import com.sun.jdi.ClassNotLoadedException;
import com.sun.jdi.ClassType;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.Value;
import himalia.display.bundle.MimeBundle;
import himalia.link.LinkException;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at objects of the worker with the worker's own eyes: an object is laid on its desk, and a thread of ours there
 * says how it looks. No stopped thread is made to run anything, so this works whatever is stopped.
 */
public final class ObjectViewer {
    private static final long PATIENCE = 700;
    private static final long DEFINE_PATIENCE = 5_000;
    private static final String DESK = "himalia.worker.StopDesk";

    private final WorkerProcess process;

    ObjectViewer(WorkerProcess process) {
        this.process = process;
    }

    /** Returns an object as one short line, empty where its own code gave no answer in time. */
    public Optional<String> line(ObjectReference object) {
        return ask(object, "line").map(answer -> answer.text("text"));
    }

    /** Returns an object as a notebook shows it, empty where its own code gave no answer in time. */
    public Optional<MimeBundle> bundle(ObjectReference object) {
        return ask(object, "bundle").map(Bundles::read);
    }

    /** Returns the elements of a collection or the entries of a map, by name; empty for anything else. */
    public Optional<Map<String, @Nullable Value>> parts(ObjectReference object) {
        var answer = ask(object, "parts");
        if (answer.isEmpty() || !answer.get().has("names")) {
            return Optional.empty();
        }
        var named = new LinkedHashMap<String, @Nullable Value>();
        try {
            var desk = desk();
            if (desk.getValue(desk.fieldByName("parts")) instanceof ArrayReference array) {
                var values = array.length() == 0 ? new ArrayList<Value>() : array.getValues();
                var names = answer.get().list("names");
                for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
                    named.put(String.valueOf(names.get(i)), values.get(i));
                }
            }
            desk.setValue(desk.fieldByName("parts"), null);
        } catch (IOException | InvalidTypeException | ClassNotLoadedException e) {
            return Optional.empty();
        }
        return Optional.of(named);
    }

    /**
     * Defines the class of an expression.
     *
     * @param classes its class files, its own first
     * @throws IOException in words, where it cannot be defined
     */
    public ClassType define(Map<String, byte[]> classes) throws IOException {
        var files = new ArrayList<Map<String, Object>>();
        classes.forEach((name, bytes) -> files.add(Map.of("name", name, "bytes", bytes)));
        var message = new LinkMessage(Messages.WATCH, Map.of("classes", files));
        try {
            if (process.link().ask(message).await(DEFINE_PATIENCE) == null) {
                throw new IOException("the worker did not answer in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (LinkException e) {
            throw new IOException(e.getMessage(), e);
        }
        var name = classes.keySet().iterator().next();
        return (ClassType) process.debuggee().machine().classesByName(name).get(0);
    }

    private Optional<LinkMessage> ask(ObjectReference object, String how) {
        try {
            var desk = desk();
            desk.setValue(desk.fieldByName("subject"), object);
            var message = new LinkMessage(Messages.LOOK, Map.of("how", how));
            return Optional.ofNullable(process.link().ask(message).await(PATIENCE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (LinkException e) {
            return Optional.empty();
        } catch (IOException | InvalidTypeException | ClassNotLoadedException e) {
            throw new IllegalStateException("the worker's desk cannot be reached", e);
        }
    }

    private ClassType desk() throws IOException {
        return (ClassType) process.debuggee().machine().classesByName(DESK).get(0);
    }
}
