package himalia.magics.online;

import himalia.online.Adwin;
import himalia.online.Ddm;
import himalia.online.DriftDetector;
import himalia.online.PageHinkley;

/** Detectors by the words of a line, as they are without settings. */
enum DriftWord {
    ADWIN(new Adwin()),
    DDM(new Ddm()),
    PAGE_HINKLEY(new PageHinkley());

    private final DriftDetector detector;

    DriftWord(DriftDetector detector) {
        this.detector = detector;
    }

    DriftDetector detector() {
        return detector;
    }
}
