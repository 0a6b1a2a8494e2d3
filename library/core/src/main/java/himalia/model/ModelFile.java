package himalia.model;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A model in a file: a zip of {@code model.json}, which is the model as records, and of the numbers that belong to it in
 * files beside that.
 */
final class ModelFile {
    private static final String FORMAT = "himalia-model";

    /** Grows when an older reader would misunderstand a newer file. */
    private static final int VERSION = 1;

    private static final String HEAD = "model.json";

    /** More than any model holds, and less than what would end the process. */
    private static final long MOST_BYTES = Integer.MAX_VALUE - 8L;

    private ModelFile() {}

    static void write(Model model, Path file) {
        var writer = new RecordWriter(SavedRegistry.current());
        var head = new JsonObject();
        head.addProperty("format", FORMAT);
        head.addProperty("version", VERSION);
        head.add("model", writer.write(model));
        var text = new GsonBuilder().disableHtmlEscaping().create().toJson(head);
        var target = file.toAbsolutePath();
        try {
            Files.createDirectories(target.getParent());
            var part = Files.createTempFile(target.getParent(), ".", ".part");
            try {
                try (var zip = new ZipOutputStream(Files.newOutputStream(part))) {
                    put(zip, HEAD, text.getBytes(StandardCharsets.UTF_8));
                    for (var entry : writer.files().entrySet()) {
                        put(zip, entry.getKey(), entry.getValue());
                    }
                }
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot save the model to " + file + ": " + e, e);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name);
        // The same model makes the same file.
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    static Model read(Path file) {
        try {
            return model(files(file));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no file " + file, e);
        } catch (ZipException e) {
            throw new IllegalArgumentException(file + " holds no model: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e, e);
        } catch (JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | ClassCastException
                | UnsupportedOperationException e) {
            throw new IllegalArgumentException(
                    file + " cannot be read as a model: " + e.getMessage(), e);
        }
    }

    private static Map<String, byte[]> files(Path file) throws IOException {
        var files = new HashMap<String, byte[]>();
        long left = MOST_BYTES;
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try (var zip = new ZipFile(file.toFile())) {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                left -= Math.max(0, entry.getSize());
                if (left < 0) {
                    throw new IllegalArgumentException("it holds more than 2 GB");
                }
                try (var in = zip.getInputStream(entry)) {
                    files.put(entry.getName(), in.readNBytes((int) Math.max(0, entry.getSize())));
                }
            }
        }
        return files;
    }

    private static Model model(Map<String, byte[]> files) {
        var text = files.get(HEAD);
        if (text == null) {
            throw new IllegalArgumentException("there is no " + HEAD + " in it");
        }
        var head =
                JsonParser.parseString(new String(text, StandardCharsets.UTF_8)).getAsJsonObject();
        if (!head.has("format") || !head.get("format").getAsString().equals(FORMAT)) {
            throw new IllegalArgumentException("its format is not " + FORMAT);
        }
        int version = head.has("version") ? head.get("version").getAsInt() : 0;
        if (version > VERSION) {
            throw new IllegalArgumentException(
                    "a later Himalia wrote it, in version %d of the format; this one reads up to %d"
                            .formatted(version, VERSION));
        }
        if (!head.has("model")) {
            throw new IllegalArgumentException("there is no model in it");
        }
        return (Model)
                new RecordReader(SavedRegistry.current(), files)
                        .read(head.get("model"), Model.class);
    }
}
