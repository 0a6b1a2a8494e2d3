package himalia.model;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.WholeFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** A text of JSON takes up so many times its length as numbers and names in memory. */
    private static final int AS_JSON = 8;

    private ModelFile() {}

    static void write(Model model, Path file) {
        checkNamed(file);
        refuseHalf(model, file);
        var writer = new RecordWriter(SavedRegistry.current());
        var head = new JsonObject();
        head.addProperty("format", FORMAT);
        head.addProperty("version", VERSION);
        head.add("model", writer.write(model, Model.class, "the model"));
        var text = new GsonBuilder().disableHtmlEscaping().create().toJson(head);
        var target = file.toAbsolutePath();
        try {
            WholeFile.makeFolder(target);
            WholeFile.write(
                    target,
                    out -> {
                        try (var zip = new ZipOutputStream(out)) {
                            put(zip, HEAD, text.getBytes(StandardCharsets.UTF_8));
                            for (var entry : writer.files().entrySet()) {
                                put(zip, entry.getKey(), entry.getValue());
                            }
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot save the model: " + told(file, e), e);
        }
    }

    private static void checkNamed(Path file) {
        if (file == null) {
            throw new IllegalArgumentException(
                    "the model's file is null; name one, as Path.of(\"churn.model\")");
        }
    }

    private static String told(Path file, IOException e) {
        return e instanceof FileSystemException refused && refused.getReason() != null
                ? file + ": " + refused.getReason()
                : file + ": " + e;
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name);
        // The same model makes the same file.
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** In the cell that interrupted a training its model takes no other's place: that would be a better one. */
    private static void refuseHalf(Model model, Path file) {
        if (Files.exists(file) && model.outcome().startsWith("interrupted")) {
            new InterruptCheck().ask();
        }
    }

    static Model read(Path file) {
        checkNamed(file);
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("there is no file " + file);
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is a folder; name a file in it");
        }
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(
                    file + " may not be read; let it be read, or take a copy that may");
        }
        try (var zip = new ZipFile(file.toFile())) {
            return model(new ModelParts(zip));
        } catch (ZipException | EOFException e) {
            throw new IllegalArgumentException(
                    "%s is no model file: it %s".formatted(file, FirstBytes.of(file)), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e, e);
        } catch (JsonParseException e) {
            throw new IllegalArgumentException(
                    file
                            + " cannot be read as a model: its model.json is damaged; take another copy, or save the model again",
                    e);
        } catch (IllegalStateException
                | IllegalArgumentException
                | ClassCastException
                | UnsupportedOperationException e) {
            throw new IllegalArgumentException(
                    file + " cannot be read as a model: " + e.getMessage(), e);
        }
    }

    private static Model model(ModelParts parts) {
        if (!parts.has(HEAD)) {
            throw new IllegalArgumentException("there is no " + HEAD + " in it");
        }
        var text = parts.read(HEAD, AS_JSON);
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
                new RecordReader(SavedRegistry.current(), parts::read)
                        .read(head.get("model"), Model.class);
    }
}
