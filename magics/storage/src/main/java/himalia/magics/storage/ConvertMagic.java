package himalia.magics.storage;

import himalia.cluster.Cluster;
import himalia.display.bundle.MimeBundle;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import himalia.storage.Conversion;
import himalia.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--verify",
            description = "Read both files again, and compare them column by column.")
    private boolean verify;

    @Option(
            names = "--on",
            paramLabel = "HOST:PORT",
            description =
                    "A Flink cluster that does it, by the host and port of its page; it reads and writes files by these paths.")
    private @Nullable String on;

    @Mixin private CsvWords csv = new CsvWords();

    @Override
    public Conversion run(Notebook notebook) throws IOException, InterruptedException {
        var folder = notebook.directory();
        var read = folder.resolve(from);
        var written = folder.resolve(to);
        var done = on == null ? here(read, written) : there(on, read, written);
        if (verify) {
            var same = csv.isEmpty() ? done.verify() : done.verify(csv.options());
            notebook.display(
                    MimeBundle.plain(
                            "nothing was lost: both files have the same checksum in each of %d columns"
                                    .formatted(same.columns().size())));
        }
        return done;
    }

    private Conversion here(Path read, Path written) throws IOException {
        return csv.isEmpty()
                ? Storage.convert(read, written)
                : Storage.convert(read, written, csv.options());
    }

    private Conversion there(String address, Path read, Path written)
            throws IOException, InterruptedException {
        var cluster = Cluster.at(address);
        return csv.isEmpty()
                ? cluster.convert(read, written)
                : cluster.convert(read, written, csv.options());
    }

    @Override
    public Optional<String> java(JavaText java) {
        var files =
                java.path(from)
                        + ", "
                        + java.path(to)
                        + (csv.isEmpty() ? "" : ", " + csv.java(java));
        return Optional.of(
                (on == null
                                ? java.type(Storage.class)
                                : java.type(Cluster.class) + ".at(" + java.of(on) + ")")
                        + ".convert("
                        + files
                        + ")"
                        + (verify ? ".verify(" + (csv.isEmpty() ? "" : csv.java(java)) + ")" : ""));
    }
}
