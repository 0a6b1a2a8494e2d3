package himalia.kernel.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes messages that are broken in every way we could think of; the same ones for the same seed. */
public final class FrameFuzz {
    private static final String[] ODD = {
        "{}",
        "[]",
        "null",
        "7",
        "{",
        "",
        "\u0000",
        "{\"msg_type\":null}",
        "{\"msg_type\":[]}",
        "{\"msg_type\":\"execute_request\",",
        "[".repeat(3_000),
        "{\"a\":".repeat(600),
        "\"\\ud800",
        "1e99999999999",
        "9".repeat(5_000),
        "<IDS|MSG>",
        "nan"
    };

    private final Random random;
    private final Signature signature;

    public FrameFuzz(long seed, Signature signature) {
        this.random = new Random(seed);
        this.signature = signature;
    }

    /** Returns the next broken message, of at least one frame. */
    public List<byte[]> next() {
        return switch (random.nextInt(5)) {
            case 0 -> noise();
            case 1 -> signed(header(), odd(), odd(), odd());
            case 2 -> signed(odd(), bytes("{}"), bytes("{}"), bytes("{}"));
            case 3 -> shortened();
            default -> tampered();
        };
    }

    private List<byte[]> noise() {
        var frames = new ArrayList<byte[]>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            frames.add(
                    random.nextInt(4) == 0
                            ? bytes("<IDS|MSG>")
                            : random.nextBoolean() ? odd() : bytes(random.nextInt(300)));
        }
        return frames;
    }

    private List<byte[]> signed(byte[]... parts) {
        var frames = new ArrayList<byte[]>();
        frames.add(bytes("<IDS|MSG>"));
        frames.add(signature.sign(List.of(parts)));
        frames.addAll(List.of(parts));
        return frames;
    }

    private List<byte[]> shortened() {
        var whole = signed(header(), bytes("{}"), bytes("{}"), bytes("{}"));
        return whole.subList(0, 1 + random.nextInt(whole.size() - 1));
    }

    private List<byte[]> tampered() {
        var frames = signed(header(), bytes("{}"), bytes("{}"), bytes("{\"code\":\"1\"}"));
        int which = 1 + random.nextInt(frames.size() - 1);
        var changed = frames.get(which).clone();
        changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
        frames.set(which, changed);
        return frames;
    }

    private byte[] header() {
        return bytes(
                "{\"msg_id\":\""
                        + random.nextLong()
                        + "\",\"msg_type\":\"execute_request\",\"session\":\"s\"}");
    }

    private byte[] odd() {
        return random.nextInt(3) == 0
                ? bytes(random.nextInt(100))
                : bytes(ODD[random.nextInt(ODD.length)]);
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
