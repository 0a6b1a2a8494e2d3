"""Writes density.json beside this file, by hdbscan 0.8.44; scikit-learn 1.9.1 has the same labels."""
import numpy as np, json, hdbscan
from sklearn.cluster import HDBSCAN
# two noisy groups and a loose one, on a grid of 1/64 so that all numbers are exact
rng=np.random.default_rng(3)
def q(x): return np.round(x*64)/64
X=q(np.vstack([rng.normal(0,.5,(25,2)),rng.normal([5,0],.5,(25,2)),rng.uniform(-3,8,(15,2))]))
Y=q(rng.uniform(-3,8,(60,2)))
m=hdbscan.HDBSCAN(min_cluster_size=6,min_samples=5,prediction_data=True).fit(X)
sk = HDBSCAN(min_cluster_size=6, min_samples=6, copy=True).fit(X)
assert (sk.labels_ == m.labels_).all()
p,_=hdbscan.approximate_predict(m,Y)
data = dict(rows=X.tolist(), labels=m.labels_.tolist(), others=Y.tolist(), predicted=p.tolist())
with open('density.json', 'w') as out:
    json.dump(data, out, separators=(',', ':'))
