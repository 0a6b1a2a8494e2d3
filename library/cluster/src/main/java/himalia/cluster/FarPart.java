package himalia.cluster;

import himalia.storage.ConvertOptions;
import himalia.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Some of the files of a conversion, told to another machine: they become one file, which is put together with others. */
record FarPart(List<SharedPath> files, SharedPath folder, String to, ConvertOptions options)
        implements FarCall<FarConversion.Done> {
    private static final long serialVersionUID = 1;

    static FarPart of(List<Path> files, SharedPath folder, Path to, ConvertOptions options)
            throws IOException {
        var shared = new ArrayList<SharedPath>();
        for (var file : files) {
            shared.add(SharedPath.of(file));
        }
        return new FarPart(shared, folder, to.toString(), options);
    }

    @Override
    public FarConversion.Done call() throws IOException {
        folder.there();
        var from = new ArrayList<Path>();
        for (var file : files) {
            from.add(file.there());
        }
        return FarConversion.Done.of(Storage.convert(from, Path.of(to), options));
    }
}
