package himalia.cluster;

import himalia.storage.Conversion;
import himalia.storage.ConvertOptions;
import himalia.storage.Storage;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A conversion, told to another machine. */
record FarConversion(
        SharedPath seen, SharedPath folder, String from, String to, ConvertOptions options)
        implements FarCall<FarConversion.Done> {
    private static final long serialVersionUID = 1;

    /** What comes of it; its files are the caller's. */
    record Done(long rows, int columns, long before, long after, ArrayList<String> lost)
            implements Serializable {
        static Done of(Conversion done) {
            return new Done(
                    done.rows(),
                    done.columns(),
                    done.bytesBefore(),
                    done.bytesAfter(),
                    new ArrayList<>(done.lost()));
        }

        Conversion conversion(Path from, Path to, ConvertOptions options) {
            return new Conversion(from, to, rows, columns, before, after, lost, List.of(), options);
        }
    }

    static FarConversion of(Path from, Path to, ConvertOptions options) throws IOException {
        return new FarConversion(
                SharedPath.read(from),
                SharedPath.folderOf(to),
                from.toAbsolutePath().normalize().toString(),
                to.toAbsolutePath().normalize().toString(),
                options);
    }

    @Override
    public Done call() throws IOException {
        folder.there();
        seen.there();
        return Done.of(Storage.convert(Path.of(from), Path.of(to), options));
    }
}
