package himalia.magics.storage;

import himalia.cluster.Cluster;
import himalia.magics.spi.CellMagic;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.SqlBody;
import himalia.storage.EltRun;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loads files into a database and makes tables of tables there, of which only those are made anew that something has changed for. */
@Command(
        name = "elt",
        description =
                "Loads files and tables of the notebook into a DuckDB file, and makes tables of them by SQL;"
                        + " what has not changed since the last run is left.",
        footer = {
            "Example: %%%%elt --db shop.duckdb",
            "and below it: load orders from 'orders-*.csv';",
            "create table daily as select day, sum(amount) as total from orders group by day"
        })
public final class EltMagic implements CellMagic<SqlBody, EltRun> {
    @Option(
            names = "--db",
            required = true,
            paramLabel = "DATABASE",
            description = "The database's file, .duckdb; it is made where it is not there.")
    private Path database = Path.of("");

    @Option(
            names = "--on",
            paramLabel = "HOST:PORT",
            description =
                    "A Flink cluster that does it, by the host and port of its page; it sees files by the same paths.")
    private @Nullable String on;

    @Override
    public EltRun run(Notebook notebook, SqlBody body) throws IOException, InterruptedException {
        var folder = notebook.directory();
        var elt = new EltScript(body, folder).elt(folder.resolve(database));
        return on == null ? elt.run() : Cluster.at(on).run(elt);
    }
}
