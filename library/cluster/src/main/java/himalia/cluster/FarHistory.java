package himalia.cluster;

import himalia.featurestore.HistoryRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A question to a feature store, told to another machine. */
record FarHistory(HistoryRequest request, List<SharedPath> files) implements FarCall<byte[]> {
    private static final long serialVersionUID = 1;

    static FarHistory of(HistoryRequest request) throws IOException {
        var files = new ArrayList<SharedPath>();
        for (var each : request.files()) {
            files.add(SharedPath.of(each));
        }
        return new FarHistory(request, files);
    }

    @Override
    public byte[] call() throws IOException {
        for (var each : files) {
            each.there();
        }
        return request.answer();
    }
}
