"""Asks a feature server as Feast's own client does, and prints what it was told: python client.py URL"""

import json
import pathlib
import sys
import tempfile
import warnings

warnings.filterwarnings("ignore")

import pandas as pd
from feast import Entity, FeatureStore, FeatureView, Field, FileSource, RepoConfig, ValueType
from feast.types import Float64, Int64

folder = pathlib.Path(tempfile.mkdtemp())
rows = pd.DataFrame({"driver_id": [1001], "rate": [0.5], "event_time": [pd.Timestamp("2026-05-01", tz="UTC")]})
rows.to_parquet(folder / "rows.parquet")
driver = Entity(name="driver", join_keys=["driver_id"], value_type=ValueType.INT64)
stats = FeatureView(
    name="stats",
    entities=[driver],
    schema=[Field(name="driver_id", dtype=Int64), Field(name="rate", dtype=Float64)],
    source=FileSource(path=str(folder / "rows.parquet"), timestamp_field="event_time"),
)
store = FeatureStore(
    config=RepoConfig(
        project="p",
        provider="local",
        registry=str(folder / "registry.db"),
        online_store={"type": "remote", "path": sys.argv[1]},
        entity_key_serialization_version=3,
    )
)
stdout, sys.stdout = sys.stdout, sys.stderr
store.apply([driver, stats])
told = {}


def online(*drivers):
    return store.get_online_features(["stats:rate"], [{"driver_id": each} for each in drivers]).to_dict()


told["before"] = online(1001, 1002)
store.write_to_online_store("stats", pd.DataFrame({"driver_id": [1002], "rate": [0.25], "event_timestamp": [pd.Timestamp("2026-05-02")], "created": [pd.Timestamp("2026-05-02")]}).rename(columns={"event_timestamp": "event_time"}))
told["after"] = online(1001, 1002)
stats.name = "nobody"
store.apply([FeatureView(name="nobody", entities=[driver], schema=stats.schema, source=stats.batch_source)])
try:
    store.get_online_features(["nobody:rate"], [{"driver_id": 1001}])
except Exception as failure:
    told["failure"] = [type(failure).__name__, str(failure)]
sys.stdout = stdout
print("TOLD " + json.dumps(told))
