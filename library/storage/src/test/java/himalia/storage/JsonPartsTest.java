package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.bundle.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** A large file of JSON lines is read in parts as it is by one thread. */
class JsonPartsTest {
    private static final int ROWS = 60_000;

    @TempDir private Path folder;

    private Table inParts(Path file) throws Exception {
        return FileWork.run(
                file,
                Progress.unseen("rows", 1),
                job -> JsonParts.read(source(file), "t", job).orElse(Table.create("none")));
    }

    private static Source source(Path file) {
        return new Source(file, Format.JSON_LINES, CsvOptions.defaults(), Source.Call.READ);
    }

    private static Table byOne(Path file) throws Exception {
        return FileWork.run(
                file,
                Progress.unseen("rows", 1),
                job -> {
                    try (var batches = ArrowBatches.of(source(file), job)) {
                        return TableBuilder.read(batches.reader(), "t");
                    }
                });
    }

    private Path lines(int seed, String last) throws Exception {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            text.append("{\"id\":").append(row);
            if (random.nextInt(4) > 0) {
                text.append(",\"real\":").append(random.nextInt(1_000) / 8.0);
            }
            text.append(",\"when\":\"2024-05-").append(10 + row % 20).append("T08:30:00\"");
            if (row > ROWS / 2) {
                text.append(",\"late\":\"gr\u00fcn \\\"").append(row % 7).append("\\\"\"");
            }
            text.append(row == ROWS - 1 ? last : "").append("}\n");
        }
        return Files.writeString(folder.resolve("t" + seed + ".jsonl"), text);
    }

    @Test
    void partsAreTheWhole() throws Exception {
        for (var last : new String[] {"", ",\"new\":5", ",\"real2\":[1]", ",\"more\":null"}) {
            var file = lines(last.length(), last);
            var parts = inParts(file);
            var one = byOne(file);
            assertThat(parts.structure().print()).isEqualTo(one.structure().print());
            for (int i = 0; i < one.columnCount(); i++) {
                assertThat(parts.column(i).asObjectArray())
                        .isEqualTo(one.column(i).asObjectArray());
            }
        }
    }

    /** A number of the last row makes a column of texts, of all its rows. */
    @Test
    void whatTheLastRowSaysHoldsForAll() throws Exception {
        var file = lines(9, "");
        Files.writeString(file, Files.readString(file) + "{\"id\":\"x\",\"when\":\"soon\"}\n");
        var parts = inParts(file);
        assertThat(parts.stringColumn("id").get(0)).isEqualTo("0");
        assertThat(parts.column("when").type()).isEqualTo(byOne(file).column("when").type());
    }

    @Test
    void whatIsOtherwiseIsLeftToOne() throws Exception {
        var good = Files.readString(lines(1, ""));
        for (var bad :
                new String[] {
                    good + "{\"id\":",
                    good + "5\n",
                    good.replace("{\"id\":3,", "{\"id\":3,\n"),
                    good + "{\"ID\":1}\n"
                }) {
            var file = Files.writeString(folder.resolve("bad.jsonl"), bad);
            var parts = inParts(file);
            if (parts.columnCount() > 0) {
                assertThat(parts.rowCount()).isEqualTo(byOne(file).rowCount());
            }
        }
        assertThat(
                        inParts(Files.writeString(folder.resolve("small.jsonl"), "{\"a\":1}\n"))
                                .columnCount())
                .isZero();
    }
}
