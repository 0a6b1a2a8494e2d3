package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import himalia.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of libsvm and ARFF beside what scikit-learn and scipy read in them. */
class ForeignTextsTest {
    @TempDir private Path folder;

    /** The files that text_formats.py has written, and answers.json. */
    private Map<String, Path> saved() throws IOException {
        var files = new LinkedHashMap<String, Path>();
        try (var zip =
                new ZipInputStream(
                        ForeignTextsTest.class.getResourceAsStream("/storage/text_formats.zip"))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = folder.resolve(entry.getName());
                Files.write(file, zip.readAllBytes());
                files.put(entry.getName(), file);
            }
        }
        return files;
    }

    @Test
    void valuesAreThoseThatScikitLearnAndScipyRead() throws IOException {
        var files = saved();
        var answers =
                JsonParser.parseString(Files.readString(files.remove("answers.json")))
                        .getAsJsonObject();
        assertThat(files).hasSize(answers.size());
        for (var each : files.entrySet()) {
            var rows = answers.getAsJsonArray(each.getKey());
            var table = Storage.read(each.getValue());
            assertThat(table.rowCount()).as(each.getKey()).isEqualTo(rows.size());
            for (int row = 0; row < rows.size(); row++) {
                var wanted = rows.get(row).getAsJsonArray();
                assertThat(table.columnCount()).as(each.getKey()).isEqualTo(wanted.size());
                for (int at = 0; at < wanted.size(); at++) {
                    var column = table.column(at);
                    var found = Tables.isMissing(column, row) ? null : column.get(row);
                    same(found, wanted.get(at), each.getKey() + ", row " + row);
                }
            }
        }
    }

    private static void same(Object found, JsonElement wanted, String where) {
        if (wanted.isJsonNull()) {
            assertThat(found).as(where).isNull();
        } else if (found instanceof Number number) {
            double said =
                    "inf".equals(wanted.getAsString())
                            ? Double.POSITIVE_INFINITY
                            : wanted.getAsDouble();
            assertThat(number.doubleValue()).as(where).isEqualTo(said);
        } else {
            // Java writes a year as its first day, and what is true in small letters.
            assertThat(found).as(where).isNotNull();
            assertThat(found.toString()).as(where).startsWithIgnoringCase(wanted.getAsString());
        }
    }
}
