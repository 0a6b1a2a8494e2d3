package himalia.magics.storage;

import himalia.display.bundle.MimeBundle;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Turns one file into another format. */
@Command(
        name = "convert",
        description =
                "Converts a table file; endings tell the formats: .csv .tsv .json .jsonl .avro .parquet"
                        + " .arrow .feather .xlsx .npy .libsvm .arff; texts may be packed, as .csv.gz and .csv.zst.",
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

    @Option(
            names = "--verify",
            description = "Read both files again, and compare them column by column.")
    private boolean verify;

    @Mixin private CsvWords csv = new CsvWords();

    @Override
    public Conversion run(Notebook notebook) throws IOException {
        var folder = notebook.directory();
        var read = folder.resolve(from);
        var written = folder.resolve(to);
        var done =
                csv.isEmpty()
                        ? Storage.convert(read, written)
                        : Storage.convert(read, written, csv.options());
        if (verify) {
            var same = csv.isEmpty() ? done.verify() : done.verify(csv.options());
            notebook.display(
                    MimeBundle.plain(
                            "nothing was lost: both files have the same checksum in each of %d columns"
                                    .formatted(same.columns().size())));
        }
        return done;
    }

    @Override
    public Optional<String> java(JavaText java) {
        var files =
                java.path(from)
                        + ", "
                        + java.path(to)
                        + (csv.isEmpty() ? "" : ", " + csv.java(java));
        return Optional.of(
                java.type(Storage.class)
                        + ".convert("
                        + files
                        + ")"
                        + (verify ? ".verify(" + (csv.isEmpty() ? "" : csv.java(java)) + ")" : ""));
    }
}
