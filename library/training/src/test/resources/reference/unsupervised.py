"""Writes unsupervised.json: what scikit-learn 1.9 says of anomalies and groups. Takes the folder of the data sets."""
import json,numpy as np,pandas as pd
import sys
from sklearn.ensemble import IsolationForest
from sklearn.cluster import HDBSCAN
from sklearn.metrics import roc_auc_score, adjusted_rand_score
R=sys.argv[1]
out={}
df=pd.read_csv(R+'bc_imbalanced.csv'); X=df.drop(columns='y').values; y=df.y.values
a=[];share=[];tops=[]
for s in range(10):
    m=IsolationForest(n_estimators=100,random_state=s).fit(X); sc=-m.score_samples(X)
    a.append(roc_auc_score(y,sc)); share.append(float((sc>.5).mean())); tops.append(float(sc.mean()))
out['isolation']={'auc':[np.mean(a),np.std(a),min(a),max(a)],'above':[np.mean(share),np.std(share),min(share),max(share)],'meanScore':[np.mean(tops),np.std(tops),min(tops),max(tops)]}
for name in ['iris','wine','imb_2d']:
    d=pd.read_csv(R+name+'.csv'); X=d.drop(columns='y').values; X=(X-X.mean(0))/X.std(0)
    for mcs in [5,10]:
        for ms in [5]:
            l=HDBSCAN(min_cluster_size=mcs,min_samples=ms).fit_predict(X)
            out.setdefault('hdbscan',[]).append({'data':name,'leastRows':mcs,'neighbours':ms,'labels':l.tolist()})
json.dump(out,open('unsupervised.json','w'))
