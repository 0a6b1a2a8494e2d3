"""Writes explanations.json: what scikit-learn 1.9 and shap 0.51 say. Takes the folder of the data sets."""
import json
import sys
import numpy as np, pandas as pd
from sklearn.inspection import partial_dependence, permutation_importance
from sklearn.linear_model import LinearRegression
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor, export_text
import shap
R=sys.argv[1]
def data(name):
    d=pd.read_csv(R+name+'.csv'); return d.drop(columns='y'), d['y']
out={}
X,y=data('iris'); knn=KNeighborsClassifier(5).fit(X,y)
def perm(m,X,y,scoring=None,n=30):
    p=permutation_importance(m,X,y,n_repeats=n,random_state=0,scoring=scoring)
    return {'features':list(X.columns),'mean':p.importances_mean.tolist(),'std':p.importances_std.tolist(),'repeats':n}
out['permutation']={'knn iris':perm(knn,X,y)}
Xd,yd=data('diabetes'); lin=LinearRegression().fit(Xd,yd)
out['permutation']['linear diabetes']=perm(lin,Xd,yd)
out['permutation']['linear diabetes mae']=perm(lin,Xd,yd,'neg_mean_absolute_error')
def pd_(m,X,f,**k):
    p=partial_dependence(m,X,[f],kind='both',method='brute',**k)
    return {'feature':f,'grid':p['grid_values'][0].tolist(),'average':p['average'].tolist(),'rows':p['individual'][:,:5,:].tolist()}
Xw,yw=data('breast_cancer'); kb=KNeighborsClassifier(5).fit(Xw,yw)
out['dependence']={'bayes iris':pd_(GaussianNB().fit(X,y),X,X.columns[2]),'knn breast_cancer':pd_(kb,Xw,Xw.columns[0],grid_resolution=20),'linear diabetes':pd_(lin,Xd,Xd.columns[2],grid_resolution=20,percentiles=(0.1,0.8))}
def tree(t,single):
    tr=t.tree_
    v=tr.value[:,0,:]
    v=v/v.sum(axis=1,keepdims=True) if not single else v
    return {'features':[int(f) if f>=0 else -1 for f in tr.feature],'cuts':[float(c) if f>=0 else 0.0 for f,c in zip(tr.feature,tr.threshold)],
            'left':tr.children_left.tolist(),'right':tr.children_right.tolist(),'says':v.tolist(),'covers':tr.weighted_n_node_samples.tolist()}
out['shap']=[]
for name,t,n in [('wine',DecisionTreeClassifier(max_depth=4,random_state=0),8),('diabetes',DecisionTreeRegressor(max_depth=6,random_state=0),8)]:
    Xs,ys=data(name); t.fit(Xs,ys)
    e=shap.TreeExplainer(t,feature_perturbation='tree_path_dependent'); s=np.array(e.shap_values(Xs.iloc[:n]))
    reg=isinstance(t,DecisionTreeRegressor)
    if reg: s=s[:,:,None]
    out['shap'].append({'data':name,'tree':tree(t,reg),'base':np.atleast_1d(e.expected_value).tolist(),'values':s.tolist(),
        'text':export_text(t,feature_names=list(Xs.columns)),'short':export_text(t,feature_names=list(Xs.columns),max_depth=1,decimals=1)})
json.dump(out,open('explanations.json','w'))
