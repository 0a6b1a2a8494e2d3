import json, random, numpy as np, pandas as pd, warnings
warnings.simplefilter('ignore')
from river import drift
from river._river_rust.drift import AdaptiveWindowing
from sklearn.linear_model import SGDClassifier, SGDRegressor
from sklearn.naive_bayes import GaussianNB
from sklearn.preprocessing import StandardScaler
R='data/'  # beside this file
def bits(seed,ps,n):
    r=random.Random(seed); return ''.join('1' if r.random()<p else '0' for p in ps for _ in range(n))
def vals(seed,ms,n):
    r=random.Random(seed); return [round(r.gauss(m,1),2) for m in ms for _ in range(n)]
def seq(s): return [float(c) for c in s] if isinstance(s,str) else s
out={'versions':{'river':'0.26.1','scikit-learn':'1.9.1'}}
ad=[]
for seed,stream,kw in [(1,bits(1,[.1,.4,.1],400),{}),(2,vals(2,[0,1,-.5],300),{}),(3,bits(3,[.2,.5],400),dict(delta=.05,clock=1)),(4,vals(4,[0,0],300),dict(delta=.3,clock=7,max_buckets=3))]:
    k=dict(delta=.002,clock=32,max_buckets=5,min_window_length=5,grace_period=10); k.update(kw)
    h=AdaptiveWindowing(**k); al=[i for i,x in enumerate(seq(stream)) if h.update(x)]
    ad.append(dict(settings=k,stream=stream,alarms=al,width=h.get_width(),total=h.get_total(),variance=h.get_variance()))
    print(al,h.get_width())
out['adwin']=ad
dd=[]
for seed,stream,kw in [(11,bits(11,[.1,.3,.6,.1,.4],300),{}),(12,bits(12,[.2,.25],300),dict(warm_start=100,warning_threshold=1.5,drift_threshold=2.5))]:
    d=drift.binary.DDM(**kw); w=[];a=[]
    for i,x in enumerate(seq(stream)):
        d.update(int(x))
        if d.drift_detected:a.append(i)
        elif d.warning_detected:w.append(i)
    k=dict(warm_start=30,warning_threshold=2.0,drift_threshold=3.0);k.update(kw)
    dd.append(dict(settings=k,stream=stream,warnings=w,alarms=a)); print(len(w),a)
out['ddm']=dd
ph=[]
for seed,stream,kw in [(21,vals(21,[0,1,-1],200),dict(threshold=20.,mode='up')),(21,None,dict(threshold=20.,mode='down')),(21,None,dict(threshold=20.,mode='both',alpha=1.0)),(22,bits(22,[.1,.5],200),dict(threshold=8.,delta=.05,min_instances=100))]:
    if stream is None: stream=ph[0]['stream']
    k=dict(min_instances=30,delta=.005,threshold=50.,alpha=.9999,mode='both');k.update(kw)
    d=drift.PageHinkley(**k);a=[]
    for i,x in enumerate(seq(stream)):
        d.update(x)
        if d.drift_detected:a.append(i)
    ph.append(dict(settings=k,stream=stream,alarms=a)); print(a)
out['page_hinkley']=ph
def data(name):
    f=pd.read_csv(R+name+'.csv'); n=len(f); X=f.drop(columns='y').to_numpy(float); y=f['y'].to_numpy()
    step=97
    while np.gcd(step,n)!=1: step+=1
    o=np.arange(n)*step%n
    return X[o],y[o],step
sg=[]
for name,batch,scaled,kw in [('breast_cancer',50,True,dict(learning_rate='optimal',alpha=1e-4)),('breast_cancer',7,True,dict(learning_rate='constant',eta0=.05,alpha=1e-3)),('iris',20,True,dict(learning_rate='invscaling',eta0=.5,power_t=.5,alpha=1e-4)),('iris',30,False,dict(learning_rate='optimal',alpha=.01)),('imb_10d',64,False,dict(learning_rate='constant',eta0=.1,alpha=0.0)),('diabetes',40,True,dict(learning_rate='invscaling',eta0=.01,power_t=.25,alpha=1e-4)),('diabetes',25,True,dict(learning_rate='constant',eta0=.001,alpha=.01)),('diabetes',60,True,dict(learning_rate='optimal',alpha=.5))]:
    X,y,step=data(name)
    isn=name=='diabetes'
    m=SGDRegressor(shuffle=False,**kw) if isn else SGDClassifier(loss='log_loss',shuffle=False,**kw)
    sc=StandardScaler(); steps=[]
    for b in range(0,len(X),batch):
        xb=X[b:b+batch]; yb=y[b:b+batch]
        if scaled: sc.partial_fit(xb); xb=sc.transform(xb)
        m.partial_fit(xb,yb) if isn else m.partial_fit(xb,yb,classes=np.unique(y))
    T=sc.transform(X[:5]) if scaled else X[:5]
    sg.append(dict(data=name,step=int(step),batch=batch,scaled=scaled,settings=kw,coef=np.atleast_2d(m.coef_).tolist(),intercept=m.intercept_.tolist(),predictions=(m.predict(T)[:,None] if isn else m.predict_proba(T)).tolist()))
    print(name,kw,m.score(sc.transform(X) if scaled else X,y))
out['sgd']=sg
nb=[]
for name,batch,sm in [('iris',20,1e-9),('wine',13,1e-9),('breast_cancer',100,1e-3)]:
    X,y,step=data(name); m=GaussianNB(var_smoothing=sm)
    for b in range(0,len(X),batch): m.partial_fit(X[b:b+batch],y[b:b+batch],classes=np.unique(y))
    nb.append(dict(data=name,step=int(step),batch=batch,smoothing=sm,log_probabilities=m.predict_log_proba(X[:8]).tolist(),means=m.theta_[:, :3].tolist()))
    print(name,m.score(X,y))
out['gaussian_nb']=nb
s=json.dumps(out,separators=(',',':')); print(len(s)); open('online.json','w').write(s+'\n')
