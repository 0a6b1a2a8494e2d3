package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as they are typed. */
class FileNamesTest {
    @TempDir private Path folder;

    @Test
    void aTextIsReadAsTheOptionsSay() throws IOException {
        var file = Files.writeString(folder.resolve("bills.txt"), "a\tb\n1\t2\n");
        assertThat(Storage.read(file.toString(), CsvOptions.defaults()).columnNames())
                .containsExactly("a", "b");
        assertThatThrownBy(() -> Storage.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(
                        ".arff; a text may be packed, as .csv.gz or .csv.zst; Storage.read(\"%s\", CsvOptions.defaults()) reads a table in text, whatever its name"
                                .formatted(FileNames.typed(file)));
    }

    @Test
    void aTildeIsTheUsersHome() {
        var home = Path.of(System.getProperty("user.home"));
        assertThat(FileNames.of("~/data/t.csv")).isEqualTo(home.resolve("data/t.csv"));
        assertThat(FileNames.of(Path.of("~/t.csv"))).isEqualTo(home.resolve("t.csv"));
        assertThat(FileNames.of("a/~/t.csv")).isEqualTo(Path.of("a/~/t.csv"));
        assertThatThrownBy(() -> Storage.read("~/no/such/t.csv"))
                .hasMessage("no file 't.csv' in " + home.resolve("no/such"));
    }

    @Test
    void anEmptyNameIsNoFolder() {
        var message = "the name of the file is empty; name a file, such as train.csv";
        assertThatThrownBy(() -> Storage.read("")).hasMessage(message);
        assertThatThrownBy(() -> Storage.read(Path.of(""))).hasMessage(message);
        assertThatThrownBy(() -> Storage.convert(" ", "t.csv")).hasMessage(message);
    }

    @Test
    void filesOfSeveralFormatsAreToldHowOneIsNamed() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "a\n1\n");
        Files.writeString(folder.resolve("b.jsonl"), "{\"a\":1}\n");
        var name = FileNames.typed(folder);
        assertThatThrownBy(() -> Storage.read(folder))
                .hasMessageEndingWith("(1 × CSV, 1 × JSON_LINES); name one: %s/*.csv", name);
        assertThatThrownBy(() -> Storage.read(name + "/*"))
                .hasMessageEndingWith("JSON_LINES); name those of one alone, such as *.csv");
    }

    @Test
    void anAddressIsFetchedFirst() {
        var message =
                "'https://example.org/t.csv' is an address, not a file: fetch it first, with try (var in = URI.create(address).toURL().openStream()) { Files.copy(in, Path.of(\"data.csv\")); }";
        assertThatThrownBy(() -> Storage.read("https://example.org/t.csv")).hasMessage(message);
        assertThatThrownBy(() -> Storage.read("https://example.org/t.csv", CsvOptions.defaults()))
                .hasMessage(message);
        assertThatThrownBy(() -> Storage.convert(folder.resolve("t.csv"), Path.of("s3://b/t.avro")))
                .hasMessageContaining("is an address");
    }
}
