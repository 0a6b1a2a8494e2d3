package himalia.kernel.oracle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Keeps the classes of one JShell apart from those of the next in the same process: each counts its classes from 1.
 *
 * @param session tells one from the other
 */
record ShellNames(int session) {
    private static final Pattern NUMBER = Pattern.compile("\\$JShell\\$(\\d+)");
    private static final int MOST = 100_000;

    /** Returns what a class is called in the process. */
    String of(String className) {
        return NUMBER.matcher(className)
                .replaceAll(
                        found ->
                                "\\$JShell\\$"
                                        + ((long) session * MOST
                                                + Integer.parseInt(found.group(1))));
    }

    /** Returns class files that call each other by those names. */
    Map<String, byte[]> of(Map<String, byte[]> classes) {
        var renamed = new LinkedHashMap<String, byte[]>();
        classes.forEach((name, bytes) -> renamed.put(of(name), renamed(bytes)));
        return renamed;
    }

    private byte[] renamed(byte[] file) {
        var bytes = new ByteArrayOutputStream();
        try (var in = new DataInputStream(new ByteArrayInputStream(file));
                var out = new DataOutputStream(bytes)) {
            out.writeLong(in.readLong());
            int count = in.readUnsignedShort();
            out.writeShort(count);
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                out.writeByte(tag);
                if (tag == 1) {
                    out.writeUTF(of(in.readUTF()));
                } else {
                    out.write(in.readNBytes(size(tag)));
                    // A long or a double counts twice.
                    i += tag == 5 || tag == 6 ? 1 : 0;
                }
            }
            out.write(in.readAllBytes());
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns how many bytes a constant of a class file has behind its tag (JVMS 4.4). */
    private static int size(int tag) {
        return switch (tag) {
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case 5, 6 -> 8;
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            default -> throw new IllegalArgumentException("no constant has the tag " + tag);
        };
    }
}
