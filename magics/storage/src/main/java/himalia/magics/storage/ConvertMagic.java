package himalia.magics.storage;

import himalia.magics.spi.JavaText;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import himalia.storage.Conversion;
import himalia.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Turns one file into another format. */
@Command(
        name = "convert",
        description =
                "Converts a table file; endings tell the formats: .csv .tsv .json .jsonl .avro .parquet"
                        + " .arrow .feather .xlsx .npy.",
        footer = "Example: %%convert trips.csv trips.parquet")
public final class ConvertMagic implements LineMagic<Conversion> {
    @Parameters(index = "0", paramLabel = "FROM", description = "The file to read.")
    private Path from = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "TO",
            description =
                    "The file to write; one that is there is replaced when the new one is whole.")
    private Path to = Path.of("");

    @Mixin private CsvWords csv = new CsvWords();

    @Override
    public Conversion run(Notebook notebook) throws IOException {
        var folder = notebook.directory();
        var read = folder.resolve(from);
        var written = folder.resolve(to);
        return csv.isEmpty()
                ? Storage.convert(read, written)
                : Storage.convert(read, written, csv.options());
    }

    @Override
    public Optional<String> java(JavaText java) {
        var files =
                java.path(from)
                        + ", "
                        + java.path(to)
                        + (csv.isEmpty() ? "" : ", " + csv.java(java));
        return Optional.of(java.type(Storage.class) + ".convert(" + files + ")");
    }
}
