package himalia.kernel.workers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A worker that misbehaves on purpose: a real one, and between it and the kernel somebody who reads every frame, and at
 * the step that {@code -Dfault=STEP:DEED} names does what it should not. A fault with a file in {@code -Dfault.once} is
 * left to the first worker that finds it.
 */
public final class FaultyWorker {
    private static final int REQUEST = 0;
    private static final int REPLY = 1;
    private static final int REFUSAL = 2;
    private static final int STATUS = 7;

    private final String step;
    private final String deed;
    private final ConcurrentHashMap<Long, String> asked = new ConcurrentHashMap<>();
    private final SocketChannel kernel;
    private final SocketChannel worker;
    private volatile boolean done;

    private FaultyWorker(SocketChannel kernel, SocketChannel worker, String step, String deed) {
        this.kernel = kernel;
        this.worker = worker;
        this.step = step;
        this.deed = deed;
    }

    public static void main(String[] arguments) throws Exception {
        var once = System.getProperty("fault.once");
        var fault = once == null || Files.deleteIfExists(Path.of(once)) ? fault() : "none:none";
        var parts = fault.split(":", 2);
        if (fault.equals("start:die")) {
            Runtime.getRuntime().halt(STATUS);
        }
        if (fault.equals("start:never call")) {
            Thread.sleep(Long.MAX_VALUE);
        }
        var kernel = SocketChannel.open(UnixDomainSocketAddress.of(arguments[0]));
        if (fault.equals("start:be silent")) {
            Thread.sleep(Long.MAX_VALUE);
        }
        var folder = Files.createTempDirectory("faulty-");
        var address = UnixDomainSocketAddress.of(folder.resolve("link"));
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            var real = new Thread(() -> work(address.toString()));
            real.start();
            var relay = new FaultyWorker(kernel, server.accept(), parts[0], parts[1]);
            new Thread(relay::fromKernel).start();
            new Thread(relay::fromWorker).start();
        } finally {
            Files.deleteIfExists(folder.resolve("link"));
            Files.deleteIfExists(folder);
        }
    }

    /** Whether every worker does it; then each does it each time. */
    private static boolean always() {
        return System.getProperty("fault.once") == null;
    }

    private static String fault() {
        return System.getProperty("fault", "none:none");
    }

    private static void work(String address) {
        try {
            himalia.worker.WorkerMain.main(new String[] {address});
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void fromKernel() {
        relay(kernel, worker, true);
    }

    private void fromWorker() {
        relay(worker, kernel, false);
    }

    private void relay(SocketChannel from, SocketChannel to, boolean down) {
        try (var in = new DataInputStream(Channels.newInputStream(from))) {
            while (true) {
                var frame = in.readNBytes(in.readInt());
                if (down ? goesDown(frame) : goesUp(frame)) {
                    write(to, frame);
                }
                if (down && is("die after", name(frame))) {
                    Thread.sleep(300);
                    Runtime.getRuntime().halt(STATUS);
                }
            }
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private boolean is(String which, String name) {
        return deed.equals(which) && step.equals(name);
    }

    /** Hears what the kernel says; returns whether the worker is to hear it. */
    private boolean goesDown(byte[] frame) throws IOException {
        var name = name(frame);
        if (frame[0] == REQUEST) {
            asked.put(id(frame), name);
        }
        if (!step.equals(name)) {
            return true;
        }
        switch (deed) {
            case "die" -> Runtime.getRuntime().halt(STATUS);
            case "swallow" -> {
                return false;
            }
            case "refuse" -> {
                if (done) {
                    return true;
                }
                done = !always();
                write(kernel, refusal(id(frame)));
                return false;
            }
            case "be full" -> {
                if (!done) {
                    done = true;
                    write(kernel, refusal(id(frame), "memory"));
                    return false;
                }
            }
            case "flood" -> flood();
            default -> {
                // Something else is done.
            }
        }
        return true;
    }

    /** Hears what the worker says; returns whether the kernel is to hear it. */
    private boolean goesUp(byte[] frame) throws IOException, InterruptedException {
        if (frame[0] != REPLY && frame[0] != REFUSAL || !step.equals(asked.get(id(frame)))) {
            return true;
        }
        switch (deed) {
            case "answer twice" -> write(kernel, frame);
            case "answer garbage" -> {
                if (done) {
                    return true;
                }
                done = true;
                for (int i = 9; i < frame.length; i++) {
                    frame[i] = (byte) 0xee;
                }
            }
            case "answer nonsense" -> frame[0] = 77;
            case "answer late" -> Thread.sleep(13_000);
            case "break the link" -> {
                kernel.write(ByteBuffer.allocate(4).putInt(-5).flip());
                return false;
            }
            default -> {
                // Something else is done.
            }
        }
        return true;
    }

    private void flood() throws IOException {
        var junk = new byte[100];
        junk[0] = 3;
        for (int i = 0; i < 100_000; i++) {
            write(kernel, junk);
        }
    }

    private synchronized void write(SocketChannel to, byte[] frame) throws IOException {
        var buffer = ByteBuffer.allocate(4 + frame.length).putInt(frame.length).put(frame).flip();
        while (buffer.hasRemaining()) {
            to.write(buffer);
        }
    }

    private static long id(byte[] frame) {
        return ByteBuffer.wrap(frame).getLong(1);
    }

    /** The name stands first: a tag, its length, its letters. */
    private static String name(byte[] frame) {
        int length = ByteBuffer.wrap(frame).getInt(10);
        return new String(frame, 14, length, StandardCharsets.UTF_8);
    }

    private static byte[] refusal(long id, String... flags) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(REFUSAL);
            out.writeLong(id);
            text(out, 'S', "refused");
            out.writeByte('M');
            out.writeInt(1 + flags.length);
            text(out, 0, "why");
            text(out, 'S', "on purpose");
            for (var flag : flags) {
                text(out, 0, flag);
                out.writeByte('T');
            }
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, int tag, String text) throws IOException {
        if (tag != 0) {
            out.writeByte(tag);
        }
        out.writeInt(text.length());
        out.writeBytes(text);
    }
}
