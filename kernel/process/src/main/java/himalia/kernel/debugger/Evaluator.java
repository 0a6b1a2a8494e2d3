package himalia.kernel.debugger;

import com.sun.jdi.ArrayReference;
import com.sun.jdi.BooleanValue;
import com.sun.jdi.ClassNotLoadedException;
import com.sun.jdi.ClassType;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.Value;
import himalia.kernel.debugger.Frames.Frame;
import himalia.kernel.expression.CompiledExpression;
import himalia.kernel.expression.ExpressionCompiler;
import himalia.kernel.expression.FrameExpression;
import himalia.kernel.opened.OpenClasses;
import himalia.kernel.opened.PrivateUse;
import himalia.kernel.workers.DebugPort;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates Java where a thread stands: the compiler of the cells makes a method of it, whose parameters are the variables
 * of the frame, and the stopped thread calls that.
 */
final class Evaluator {
    private static final int MOST_KEPT = 50;
    private static final Set<String> PRIMITIVES =
            Set.of("boolean", "byte", "short", "int", "long", "float", "double", "char");

    private final DebugPort port;
    private final ExpressionCompiler compiler;
    private final Scopes scopes;
    private final Calls calls;
    private final Map<FrameExpression, Loaded> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int age;

    Evaluator(DebugPort port, ExpressionCompiler compiler, Scopes scopes, Calls calls) {
        this.port = port;
        this.compiler = compiler;
        this.scopes = scopes;
        this.calls = calls;
    }

    private record Loaded(CompiledExpression compiled, ClassType type) {}

    /**
     * What an expression gave.
     *
     * @param value null too where it has none
     * @param type its static type, as source; {@code void} where it has no value
     */
    record Result(@Nullable Value value, String type) {}

    /** Forgets what was compiled: names may mean something else from now on. */
    void forget() {
        List<Loaded> gone;
        synchronized (kept) {
            age++;
            gone = List.copyOf(kept.values());
            kept.clear();
        }
        gone.forEach(Evaluator::release);
    }

    private void keep(FrameExpression expression, Loaded loaded, int made) {
        Loaded eldest = null;
        synchronized (kept) {
            if (made == age) {
                kept.put(expression, loaded);
            }
            if (kept.size() > MOST_KEPT) {
                var first = kept.keySet().iterator().next();
                eldest = kept.remove(first);
            }
        }
        if (eldest != null) {
            release(eldest);
        }
    }

    /** Its class stays; what it gave last need not. */
    private static void release(Loaded loaded) {
        try {
            loaded.type().setValue(loaded.type().fieldByName(CompiledExpression.RESULT), null);
        } catch (VMDisconnectedException | InvalidTypeException | ClassNotLoadedException e) {
            // With the worker, the class is gone too.
            System.getLogger("himalia.debug").log(System.Logger.Level.DEBUG, "no worker", e);
        }
    }

    /**
     * Returns what an expression gives.
     *
     * @param stop where the thread stands; null where none does
     * @throws DebugException in words, where it cannot be had
     */
    Result evaluate(String code, @Nullable Stop stop, @Nullable Frame frame) throws IOException {
        var name = code.strip();
        if (isName(name)) {
            var found = scopes.find(name, frame);
            if (found.isPresent()) {
                return new Result(found.get().value(), "");
            }
        }
        return run(FrameNames.of(frame, code, ""), ready(stop), frame);
    }

    /** Returns what an expression gives as a value of a type. */
    @Nullable Value evaluate(String code, String target, Stop stop, @Nullable Frame frame)
            throws IOException {
        return run(FrameNames.of(frame, code, target), ready(stop), frame).value();
    }

    /** Runs code to which one value more is given. */
    void run(String code, String name, ObjectReference value, Stop stop, @Nullable Frame frame)
            throws IOException {
        var given = FrameNames.of(frame, code, "");
        run(
                given.with(name, TypeSignatures.name(value.referenceType().name()), value),
                ready(stop),
                frame);
    }

    /** Returns whether a condition is true. */
    boolean isTrue(String condition, Stop stop, @Nullable Frame frame) throws IOException {
        var result = evaluate(condition, stop, frame);
        var value = result.value() instanceof ObjectReference box ? unboxed(box) : result.value();
        if (value instanceof BooleanValue truth) {
            return truth.value();
        }
        throw new DebugException(
                "the condition '"
                        + condition
                        + "' is neither true nor false but "
                        + scopes.view().text(result.value()));
    }

    private static Stop ready(@Nullable Stop stop) {
        if (stop == null) {
            throw new DebugException("Java can be evaluated only while a cell is stopped");
        }
        if (!stop.byEvent()) {
            throw new DebugException(
                    "the thread was paused inside a library, where it can evaluate nothing; step once, then ask again");
        }
        return stop;
    }

    private Result run(GivenExpression given, Stop stop, @Nullable Frame frame) throws IOException {
        var loaded = load(given);
        var compiled = loaded.compiled();
        var what = given.expression().code().strip();
        var value = calls.call(stop, loaded.type(), what, given.values());
        if (!compiled.assigned().isEmpty() && value instanceof ArrayReference all) {
            value = all.getValue(0);
            for (int i = 0; i < compiled.assigned().size(); i++) {
                assign(frame, compiled.assigned().get(i), all.getValue(i + 1));
            }
        }
        boolean primitive =
                PRIMITIVES.contains(compiled.type())
                        || PRIMITIVES.contains(given.expression().target());
        return new Result(
                primitive && value instanceof ObjectReference box ? unboxed(box) : value,
                compiled.type());
    }

    /** Sets a local variable; the method was given its value only. */
    private static void assign(@Nullable Frame frame, String name, @Nullable Value value) {
        if (frame == null) {
            return;
        }
        var now = frame.now();
        var variable =
                Scopes.visible(now).stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new DebugException(
                                                "'"
                                                        + name
                                                        + "' is a copy that the class made of a variable; it cannot be set"));
        try {
            boolean primitive = PRIMITIVES.contains(variable.typeName());
            now.setValue(
                    variable,
                    primitive && value instanceof ObjectReference box ? unboxed(box) : value);
        } catch (InvalidTypeException | ClassNotLoadedException e) {
            throw new DebugException("'" + name + "' cannot be set: " + e.getMessage());
        }
    }

    /** Not under the lock of what is kept: who holds the compiler's asks for that one. */
    private Loaded load(GivenExpression given) throws IOException {
        Loaded known;
        int now;
        synchronized (kept) {
            known = kept.get(given.expression());
            now = age;
        }
        if (known != null && known.type().virtualMachine().equals(port.machine())) {
            return known;
        }
        var opened = new OpenClasses();
        CompiledExpression compiled;
        try {
            compiled =
                    compiler.compile(
                            given.expression(), owner -> opened.of(port.classFiles(owner)));
        } catch (IllegalArgumentException e) {
            throw new DebugException(String.valueOf(e.getMessage()));
        }
        var files = new LinkedHashMap<String, byte[]>();
        files.put(compiled.className(), new byte[0]);
        var use = new PrivateUse(opened::opened);
        compiled.files().forEach((name, file) -> files.put(name, use.linked(file)));
        var loaded = new Loaded(compiled, port.looks().define(files));
        keep(given.expression(), loaded, now);
        return loaded;
    }

    private static boolean isName(String code) {
        return javax.lang.model.SourceVersion.isIdentifier(code)
                && (code.equals("this") || !javax.lang.model.SourceVersion.isKeyword(code));
    }

    /** Returns the primitive in a box; anything else as it is. */
    static @Nullable Value unboxed(ObjectReference box) {
        if (!ValueView.isBox(box.referenceType().name())) {
            return box;
        }
        return box.getValue(box.referenceType().fieldByName("value"));
    }
}
