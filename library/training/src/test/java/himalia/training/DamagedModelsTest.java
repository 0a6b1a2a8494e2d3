package himalia.training;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import himalia.model.Model;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file that is not what was written loads no other model, and none takes the process with it. */
class DamagedModelsTest {
    @TempDir Path folder;

    @Test
    void aFlippedBitIsNoOtherModel() throws IOException {
        var plain = unpacked(saved());
        var bytes = Files.readAllBytes(plain);
        // A digit of a weight: what holds it stays JSON.
        int place = indexOf(bytes, "\"vectors\":[[") + "\"vectors\":[[".length() + 3;
        assertThat((char) bytes[place]).isBetween('0', '9');
        bytes[place] ^= 1;
        Files.write(plain, bytes);

        assertThatThrownBy(() -> Model.load(plain))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        plain
                                + " cannot be read as a model: its file 'model.json' is damaged (it is not what was written); take another copy, or save the model again");
    }

    /** The end of a zip is what a reader looks for first. */
    @Test
    void aFlippedBitAtTheEndIsToldAsSuchToo() throws IOException {
        var file = saved();
        var whole = Files.readAllBytes(file);
        for (int bit = 0; bit < 8 * 22; bit++) {
            var bytes = whole.clone();
            bytes[whole.length - 1 - bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, bytes);

            // Some of them say nothing of the model, such as the number of the disk.
            assertThat(catchThrowable(() -> Model.load(file)))
                    .as("bit %d from the end", bit)
                    .matches(
                            told ->
                                    told == null
                                            || told instanceof IllegalArgumentException
                                                    && told.getMessage()
                                                            .startsWith(file.toString()));
        }
    }

    @Test
    void moreThanThereIsMemoryForIsRefusedUnread() throws IOException {
        var file = folder.resolve("zeros");
        long length = Math.min(Integer.MAX_VALUE - 100L, Runtime.getRuntime().maxMemory() / 4);
        var zeros = new byte[1 << 20];
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry("model.json"));
            for (long left = length; left > 0; left -= zeros.length) {
                zip.write(zeros);
            }
        }

        assertThatThrownBy(() -> Model.load(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its file 'model.json' has ")
                .hasMessageContaining(" bytes, which is more than there is memory for; ");
    }

    @Test
    void whatBelongsToNoModelIsNotRead() throws IOException {
        var file = saved();
        var more = folder.resolve("more");
        var zeros = new byte[1 << 20];
        try (var from = new ZipFile(file.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(more))) {
            for (var entry : from.stream().toList()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                from.getInputStream(entry).transferTo(to);
            }
            to.setLevel(1);
            to.putNextEntry(new ZipEntry("zeros"));
            for (long left = (2L << 30) + (1L << 20); left > 0; left -= zeros.length) {
                to.write(zeros);
            }
        }

        var test = heldOut("diabetes", true);
        assertThat(Model.load(more).predict(test)).isEqualTo(Model.load(file).predict(test));
    }

    @Test
    void aFolderIsNoModelFileAndStays() throws IOException {
        var results = Files.createDirectory(folder.resolve("results"));
        var model = new LinearRegression().fit(heldOut("diabetes", false), "y");

        assertThatThrownBy(() -> model.save(results))
                .hasMessage(
                        "cannot save the model: " + results + ": is a folder; name a file in it");
        assertThat(results).isEmptyDirectory();
        var file = Files.createFile(folder.resolve("file"));
        var below = file.resolve("deep/a.model");
        assertThatThrownBy(() -> model.save(below))
                .hasMessage(
                        "cannot save the model: "
                                + below
                                + ": "
                                + file
                                + " is a file, and no folder; name another one");
        assertThatThrownBy(() -> Model.load(below)).hasMessage("there is no file " + below);
        assertThatThrownBy(() -> model.save(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model's file is null; name one, as Path.of(\"churn.model\")");
        assertThatThrownBy(() -> Model.load(results))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(results + " is a folder; name a file in it");
    }

    @Test
    void anotherFileIsToldByItsBeginning() throws IOException {
        var people = Files.writeString(folder.resolve("people.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> Model.load(people))
                .hasMessage(
                        people
                                + " is no model file: it begins with 'a,b'; a model file is what Model.save writes");
        var picture = Files.write(folder.resolve("a.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        assertThatThrownBy(() -> Model.load(picture))
                .hasMessageContaining("it begins with the bytes 89 50 4e 47;");
        assertThatThrownBy(() -> Model.load(Files.createFile(folder.resolve("empty"))))
                .hasMessageEndingWith("is no model file: it is empty");
        var json = folder.resolve("json.model");
        try (var zip = new ZipOutputStream(Files.newOutputStream(json))) {
            zip.putNextEntry(new ZipEntry("model.json"));
            zip.write("{{".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> Model.load(json))
                .hasMessage(
                        json
                                + " cannot be read as a model: its model.json is damaged; take another copy, or save the model again");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void othersMayReadAModelAsTheyMayReadAnyFile() throws IOException {
        var usual = Files.getPosixFilePermissions(Files.createFile(folder.resolve("usual")));
        var file = saved();
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(usual);
        var shared = PosixFilePermissions.fromString("rw-rw----");
        Files.setPosixFilePermissions(file, shared);

        saved();

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(shared);
    }

    private Path saved() {
        var file = folder.resolve("a.model");
        new LinearRegression().fit(heldOut("diabetes", false), "y").save(file);
        return file;
    }

    /** The same zip with its bytes as they are, so that one can be found in it. */
    private Path unpacked(Path file) throws IOException {
        var plain = folder.resolve("plain.model");
        try (var from = new ZipFile(file.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(plain))) {
            to.setMethod(ZipOutputStream.STORED);
            for (var entry : from.stream().toList()) {
                var bytes = from.getInputStream(entry).readAllBytes();
                var sum = new CRC32();
                sum.update(bytes);
                var stored = new ZipEntry(entry.getName());
                stored.setSize(bytes.length);
                stored.setCrc(sum.getValue());
                to.putNextEntry(stored);
                to.write(bytes);
            }
        }
        assertThat(Model.load(plain).schema()).isEqualTo(Model.load(file).schema());
        return plain;
    }

    private static int indexOf(byte[] bytes, String text) {
        var wanted = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError("no " + text);
    }
}
