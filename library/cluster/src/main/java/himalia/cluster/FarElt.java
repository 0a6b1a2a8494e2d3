package himalia.cluster;

import himalia.storage.Elt;
import himalia.storage.EltStep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A run of a warehouse, told to another machine. */
record FarElt(Elt elt, SharedPath folder, List<SharedPath> files)
        implements FarCall<ArrayList<EltStep>> {
    private static final long serialVersionUID = 1;

    static FarElt of(Elt elt) throws IOException {
        var files = new ArrayList<SharedPath>();
        for (var each : elt.files()) {
            files.add(SharedPath.read(each));
        }
        return new FarElt(elt, SharedPath.folderOf(elt.warehouse()), files);
    }

    @Override
    public ArrayList<EltStep> call() throws IOException {
        folder.there();
        for (var each : files) {
            each.there();
        }
        return new ArrayList<>(elt.run().steps());
    }
}
