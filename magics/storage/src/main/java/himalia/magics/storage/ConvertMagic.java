package himalia.magics.storage;

import himalia.cluster.Cluster;
import himalia.display.bundle.MimeBundle;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import himalia.storage.Conversion;
import himalia.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Turns one file, or several, into another format. */
@Command(
        name = "convert",
        description =
                "Converts a table file, or several; endings tell the formats: .csv .tsv .json .jsonl .avro .parquet"
                        + " .arrow .feather .xlsx .npy .libsvm .arff; texts may be packed, as .csv.gz and .csv.zst.",
        footer = {
            "Example: %%convert trips.csv trips.parquet",
            "%%convert \"logs/*.csv\" errors.parquet --where \"level = 'ERROR'\""
        })
public final class ConvertMagic implements LineMagic<Conversion> {
    @Parameters(
            index = "0",
            paramLabel = "FROM",
            description = "The file to read; a folder, or a name with * in it, is several.")
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

    @Mixin private ChosenWords chosen = new ChosenWords();

    @Override
    public Conversion run(Notebook notebook) throws IOException, InterruptedException {
        var folder = notebook.directory();
        var read = file(folder);
        var written = folder.resolve(to);
        var options = chosen.options(csv);
        var done =
                on == null
                        ? Storage.convert(read, written, options)
                        : Cluster.at(on).convert(read, written, options);
        if (verify) {
            var same = done.verify();
            notebook.display(
                    MimeBundle.plain(
                            "nothing was lost: both files have the same checksum in each of %d columns"
                                    .formatted(same.columns().size())));
        }
        return done;
    }

    /** A word without an ending that is no file or folder was meant as a variable. */
    private Path file(Path folder) {
        var file = folder.resolve(from);
        var name = from.toString();
        if (!name.contains(".") && !name.contains("*") && !Files.exists(file)) {
            throw new MagicException(
                    "FROM is a file, and there is no '%s'; a table of the notebook is written by Storage.write(%1$s, \"%s\")"
                            .formatted(name.lines().count() > 1 ? "table" : name, to));
        }
        return file;
    }

    @Override
    public Optional<String> java(JavaText java) {
        var said = chosen.java(csv, java);
        return Optional.of(
                "%s.convert(%s, %s%s)%s"
                        .formatted(
                                on == null
                                        ? java.type(Storage.class)
                                        : java.type(Cluster.class) + ".at(" + java.of(on) + ")",
                                java.path(from),
                                java.path(to),
                                said.isEmpty() ? "" : ", " + said,
                                verify ? ".verify()" : ""));
    }
}
