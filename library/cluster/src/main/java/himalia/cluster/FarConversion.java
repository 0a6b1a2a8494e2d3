package himalia.cluster;

import himalia.storage.CsvOptions;
import himalia.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A conversion, told to another machine; it gives rows, columns, and the bytes of both files. */
record FarConversion(SharedPath from, SharedPath folder, String to, @Nullable CsvOptions options)
        implements FarCall<long[]> {
    private static final long serialVersionUID = 1;

    static FarConversion of(Path from, Path to, @Nullable CsvOptions options) throws IOException {
        return new FarConversion(
                SharedPath.of(from),
                SharedPath.folderOf(to),
                to.toAbsolutePath().normalize().toString(),
                options);
    }

    @Override
    public long[] call() throws IOException {
        folder.there();
        var read = from.there();
        var written = Path.of(to);
        var done =
                options == null
                        ? Storage.convert(read, written)
                        : Storage.convert(read, written, options);
        return new long[] {done.rows(), done.columns(), done.bytesBefore(), done.bytesAfter()};
    }
}
