package himalia.kernel.oracle;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process in which JShell runs sequences: each so many times, the later ones on top of the first. */
public final class JShellMain {
    private static final int SECONDS = 60;
    private static final long STACK = 8 << 20;

    private static Optional<Instrumentation> instrumentation = Optional.empty();

    private JShellMain() {}

    /** Called by the JVM before {@code main}, with what redefines classes. */
    public static void premain(String arguments, Instrumentation given) {
        instrumentation = Optional.of(given);
    }

    public static void main(String[] arguments) throws Exception {
        var heard = new ByteArrayOutputStream();
        var in = new ObjectInputStream(System.in);
        var out = new ObjectOutputStream(new BufferedOutputStream(System.out));
        out.flush();
        System.setOut(new PrintStream(heard, true, StandardCharsets.UTF_8));
        System.setIn(new ByteArrayInputStream(new byte[0]));
        while (next(in) instanceof Integer times) {
            var sequence = (Sequence) in.readObject();
            out.writeObject(new ArrayList<>(inTime(sequence, times, heard)));
            out.reset();
            out.flush();
        }
        Runtime.getRuntime().halt(0);
    }

    private static Object next(ObjectInputStream in) throws IOException, ClassNotFoundException {
        try {
            return in.readObject();
        } catch (EOFException e) {
            return "";
        }
    }

    /** A sequence that does not end ends this process: nothing else is sure to stop it. */
    private static List<Round> inTime(Sequence sequence, int times, ByteArrayOutputStream heard)
            throws InterruptedException, ExecutionException {
        var task = new FutureTask<>(() -> rounds(sequence, times, heard));
        var thread = new Thread(null, task, "cells", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            System.err.println("no end in JShell: " + sequence.name());
            Runtime.getRuntime().halt(3);
            throw new IllegalStateException(e);
        }
    }

    private static List<Round> rounds(Sequence sequence, int times, ByteArrayOutputStream heard) {
        var rounds = new ArrayList<Round>();
        try (var run =
                new JShellRun(
                        new HotSwapControl(
                                instrumentation.orElseThrow(),
                                Redefining.valueOf(System.getProperty(Redefining.PROPERTY))),
                        heard)) {
            for (int i = 0; i < times; i++) {
                rounds.add(run.run(sequence));
            }
        }
        return rounds;
    }
}
