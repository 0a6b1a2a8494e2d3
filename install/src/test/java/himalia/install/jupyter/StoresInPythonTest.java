package himalia.install.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.storage.RowStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of our stores in Python's hands, and its files in ours. */
@Tag("once")
class StoresInPythonTest {
    @TempDir private Path folder;

    @SuppressWarnings("NullAway.Init")
    private PythonTools tools;

    @BeforeEach
    void make() throws IOException, InterruptedException {
        tools = PythonTools.withDataOrSkip();
    }

    private String python(String script) throws IOException, InterruptedException {
        return tools.python(folder, script);
    }

    record Reading(
            int id,
            String text,
            double value,
            boolean good,
            LocalDate day,
            LocalTime clock,
            LocalDateTime local,
            Instant moment) {}

    @Test
    void fastavroReadsWhatWasAppended() throws Exception {
        try (var store = RowStore.create(folder.resolve("r.avro"), Reading.class)) {
            store.append(
                            new Reading(
                                    1,
                                    "ü, \"a\"",
                                    0.1,
                                    true,
                                    LocalDate.of(1899, 12, 31),
                                    LocalTime.of(1, 2, 3, 4_000),
                                    LocalDateTime.of(1960, 1, 2, 3, 4, 5, 6_000),
                                    Instant.parse("2024-02-29T23:59:59.999999Z")))
                    .flush();
        }
        try (var store = RowStore.open(folder.resolve("r.avro"))) {
            var missing = new HashMap<String, Object>();
            store.columns().forEach(column -> missing.put(column, null));
            store.append(missing);
        }

        assertThat(
                        python(
                                """
                                import fastavro
                                for row in fastavro.reader(open("r.avro", "rb")):
                                    print([str(v) for v in row.values()])
                                """))
                .isEqualTo(
                        """
                        ['1', 'ü, "a"', '0.1', 'True', '1899-12-31', '01:02:03.000004', \
                        '1960-01-02 03:04:05.000006', '2024-02-29 23:59:59.999999+00:00']
                        ['None', 'None', 'None', 'None', 'None', 'None', 'None', 'None']""");
    }

    @Test
    void aFileOfFastavrosIsGoneOnWith() throws Exception {
        for (var codec : List.of("null", "deflate", "bzip2")) {
            var file = folder.resolve(codec + ".avro");
            python(
                    """
                    import datetime, fastavro
                    utc = datetime.timezone.utc
                    schema = {"type": "record", "name": "Event", "fields": [
                        {"name": "id", "type": "long"},
                        {"name": "text", "type": ["string", "null"]},
                        {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}},
                        {"name": "clock", "type": {"type": "int", "logicalType": "time-millis"}},
                        {"name": "share", "type": "float"}]}
                    rows = [{"id": i, "text": None if i % 2 else "t%d" % i,
                             "at": datetime.datetime(2024, 1, 1, 0, 0, i, 5000, tzinfo=utc),
                             "clock": datetime.time(1, 2, i), "share": i / 2} for i in range(50)]
                    with open("CODEC.avro", "wb") as out:
                        fastavro.writer(out, schema, rows, codec="CODEC", sync_interval=300)
                    """
                            .replace("CODEC", codec));
            try (var store = RowStore.open(file)) {
                assertThat(store.size()).isEqualTo(50);
                var row = new HashMap<String, Object>();
                row.put("id", 49L);
                row.put("text", null);
                row.put("at", Instant.parse("2024-01-01T00:00:49.005Z"));
                row.put("clock", LocalTime.of(1, 2, 49));
                row.put("share", 24.5f);
                assertThat(store.row(49)).isEqualTo(row);
                row.put("id", 50L);
                store.append(row);
            }

            assertThat(
                            python(
                                    """
                                    import fastavro
                                    rows = list(fastavro.reader(open("CODEC.avro", "rb")))
                                    print(len(rows), list(rows[50].values())[3:], rows[50]["at"])
                                    """
                                            .replace("CODEC", codec)))
                    .isEqualTo(
                            "51 [datetime.time(1, 2, 49), 24.5] 2024-01-01 00:00:49.005000+00:00");
        }
    }
}
