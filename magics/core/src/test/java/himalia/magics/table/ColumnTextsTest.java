package himalia.magics.table;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.magics.spi.LineSoFar;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class ColumnTextsTest {
    private static final Table SALES =
            Table.create(
                    "sales",
                    IntColumn.create("day", new int[] {1}),
                    IntColumn.create("amount", new int[] {2}));

    /** The last word is the method that is called. */
    @ParameterizedTest
    @CsvSource(
            value = {
                "GroupBy of sales of | day,amount",
                "FeatureSource of sales of | day,amount",
                "sales doubleColumn doubleColumn | day,amount",
                "Aggregate mean mean | day,amount",
                "Path of of | ''",
                "Storage write sales Path of of | ''",
                "Storage read read | ''",
                "Other mean mean | ''"
            },
            delimiter = '|')
    void columnsAreOfferedWhereAMethodTakesThem(String words, String offered) {
        var line = new LineSoFar(List.of(words.split(" ")), Map.of("sales", SALES), Path.of(""));
        assertThat(String.join(",", new ColumnTexts().of(line))).isEqualTo(offered);
    }
}
