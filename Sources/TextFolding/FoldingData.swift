// Made by scripts/folding from Unicode 15.0.0 (UnicodeData.txt, CaseFolding.txt, DerivedCoreProperties.txt).
// © Unicode, Inc., Unicode License v3 (https://www.unicode.org/license.txt). Do not edit.

/// What becomes of each scalar when a text is folded. Numbers are in base 36.
enum FoldingData {
  /// The kinds of all scalars in order: `.20` are 72 scalars that separate, `+` ones that are kept, and `-` ones that
  /// are dropped.
  static let kinds = """
    .1c+a.13+q.1e-1.1k+h.1+cq.4+c.q+1.1+1.h-35+4.2+7.1f+1x.2+3u.1-8+5r.6+15.8-19.1-1.1-2.1-2.1-9+z.d-6.a-b.1-1.3+1-6\
    +p-1+a-v.4+2-9+2j.2-8.1-6+2-2.1-4+f.2+1.f-1+1-1+u-t+2h-b+1m-9+2.4+3-1.2+m-4+1-9+1-3+1-7.g+p-5.2+14.1+7-g+16-1l+1\
    j-1+1-1+4-8+4-1+3-f+2-2.d+g-1+1m-1+4-6+6-1+k-e+2.2+6.2+1.1-5+1l-2+3-r+k-2+3-1.b-2+1l-1+4-8+4-3+i-e.9+1-8+1m-1+2-\
    1+1-6+6-a+b-e.1+h-1+1p-1+c-3+z.d-1+3-1+1j-1+1-3+5-i+a-l.1+7.1+1-1+2.1+1j-1+2-2+5-f+d-f+f-2+1l-2+4-5+7-1+1.5+e-e+\
    9.1+7-1+20-5+3-6+s.d+1c-1+2-b.1+7-8.1e+1c-1+2-9+b-m+z.n-2.g+a.1-1.1-1.1-1.4+1f-e+1-5.1-2+5-1d.8-1.1l+19-4+1-6+1-\
    2+2-2+b.6+8-2+4-3+g-4+d-1+2-2+6-1+f-1.1e+17.2+2q-2+e4-3.i+u.g+2o.1+h8.2+h.1+q.5+23.3+10-3+t-2+1.b+i-e+i-e+1g-2+1\
    -7+8-1+2-b.3+1.4+1-j+g.b-l+2t-2+y-1+3a-3+4-2+9-1+6-7.g+3y.y+n-2+2-3.2+1i-1+1-9+1-1+2-8+6-19.7+1.8-2c+1c-1+1-8+4-\
    2+m.h-9.c-2+w-4+2-2+1-3+1k-1+1-2+3-1+1-3+a.4+18-8+2-5.i+1d.2a-3.1-d+1-7+4-1+6-1+3-2+5i-64+81.26-5.q-5.1d-q.2e-1g\
    .22+1.1d+a.o1+l.hr+l.ws+51.7+3-4+6.4+1.2+34.f-1+2o-w.1b+1.d1+3.p+9-4+2.1+5.5+2.4+2g-2.2+3.1+2i.1+2w-18.g+w.1c+3z\
    .ap+534.1s+h3k.1s+1a.2+7h.3+2n-4.1-a.1+v-2+28-2.11+9.3+2u.3+3a-1+3-1+4-1+p-2+1.4-4+6.a+1g.c+1w-a.i-i+6.3+1.1+2-b\
    +s-8.2+n-b+d.1+w-3+1c-1+2-4+2-2+3.e+f.2+5-1+1v-6+2-2+2-b+3-1+8-1+f.4+n.3+2-1+1f-1+1-3+2-2+5-2+1-1+s.2+c-2+2.2+4-\
    b+2i.5+a.2e+11-1+2-1+2.1+1-8n7+28.6q6+7k-b.8l-68.5e-g.g-g.p-4.z-3+1-3x.4d-1u.3-1.c-c.4+74.7+1c.9+1l.h+2.35-3n+2o\
    -1+45-a+v.1+1c.1+bi.14+jk.1+v.2+4m.1+v.1t+3l-f+14-c+c.g+v.1+20.1+s-6+5.g+1l.7+2h.g+aj-91+1u-2.3+25-3+1y-b+4.r+i-\
    4.16+29-1+1i-f.k+l-1+2-2+a-3+1d-4+2-2.2-1.4-e+1c-3+10-5+1-j.4+1b-1.2+a-2+1g-9+6.4-4.1+1-b+1.1+1.4+26-3+2-1+1-2.6\
    -1+2-1r+15.7+1b-1+3-v+1l-2+3-1+11-4a+1k-8+2-3+1-1+4.j-1+2c-6+1-3+2-2+1-2+2.1+6j-6+4-2+1-2.n+4-10+1f-8+2-1+1-2.3+\
    s.w+17-1+1-1+2-6+1-1+1.1z+t-3+2-4+1-j+2.4+6n-9+1-2.3p+3f-2+1-1+4-1.2k+1g-8+4-1+1.1+u-a+14-6+2-4.8-9+1-6+2-3+1a-d\
    +1-2.3+1.i+28.74+1c-e+1-1+1.p+m.2+w-n+1-7+1-2+1-23+1d-l+1-p+1c-3+2-1+1-1+9n-2+2.9-2+1g-8+2-1+1-1.31+11.17+vk.g+2\
    9d.f+ts-h+6-33t+7la.2+3k-5.b+1c-7.9+4.n+n0.2x+27-1+1r-4+27.1+1-c+f58.1-2.1-3ow.et+2-3.3+6-g.2-7.u-4.44-3.3f+1s.2\
    o+o1.n3-1j.4-1e.8-1.e-1.m-v9+74-74+1c-7+o.8x+u-i+18-j.cx+s-l0+6o-2a+y-7+j.lv+1n.1+3.1+3h.1+ch.ez+2.2yb+gutc-1ekg\
    .2t4w
    """

  /// Scalars with one other in their place: `1h>2p` is one of them, and `1t+q>2p` a run of 26. After `/` every second
  /// scalar has one in its place. The targets are all the same after `=`, and every second one after `*`.
  static let singles = """
    1t+q>2p 4q>2p 4y+2>1e 51>qk 55>1d 56>33 5c+6=2p 5i>6e 5j+2*2r 5l+3=2t 5o+4=2x 5s>6o 5t+2>32 5v+4=33 60>6w \
    61+4=39 65>3d 66>72 68+6=2p 6f+2*2r 6h+3=2t 6k+4=2x 6p+2>32 6r+4=33 6x+4=39 71/2=3d 74+6=2p 7a+8=2r 7i+2=2s \
    7k>7l 7m+a=2t 7w+8=2v 84+2=2w 86>87 88+a=2x 8k+2=2y 8m+2=2z 8p+6=30 8x>8y 8z+6=32 96>97 98+6=33 9e>9f 9g+6=36 \
    9m+8=37 9u+4=38 9y>9z a0+c=39 ac+2=3b ae+3=3d ah+6=3e an>37 ap>gj aq/2*ar au>gk av>aw ax+2>gm az>b0 b2>d9 \
    b3+2*gp b5>b6 b7>gw b8>gz ba>h5 bb>h4 bc>bd bg>hb bh>he bj>hh bk+2=33 bm/2*bn bq>hs br>bs bt>hv bw>bx by>i0 \
    bz+2=39 c1+2>i2 c3/2*c4 c7>ia c8>c9 cc>cd ct+2=2p cv+2=2x cx+2=33 cz+a=39 da+4=2p de+2=6e dg>dh di+2=2v dk+2=2z \
    dm+4=33 dq+2=ia ds>2y dw+2=2v dy>b9 dz>cf e0+2=32 e2+2=2p e4+2=6e e6+2=6w e8+4=2p ec+4=2t eg+4=2x ek+4=33 \
    eo+4=36 es+4=39 ew+2=37 ey+2=38 f0>f1 f2+2=2w f4>bi f6/2*f7 fa+2=2p fc+2=2t fe+8=33 fm+2=3d fu>8rp fv>fw fx>be \
    fy>8rq g1>g2 g3>ao g4>i1 g5>i4 g6/5*g7 j4/2*2w j5>h2 j7>36 j8+2*hl ja>ht jb+2*3b kg>gz kh>30 ki>37 kj>3c kk>id \
    n9>qh og/2*oh ok>jd om>on ov>s3 p2>q9 p4+3*qd p8>qn pa>qt pb>qx pc>qh pd+h>q9 pv+7>qr q2>qh q3>qt q4>q9 q5+3*qd \
    q8>qt qq>qr qy>qh qz/2=qt r0>qn r2>qx r3>rb r4>qa r5>qg r6+3=qt r9>qu ra>qo rc/c*rd s0>qi s1+2*qp s4>qg s5>qd \
    s7>s8 s9>qr sa>sb sd+3>or sg+2=tx si/5*uq sj>tv sl+2>ut sn+2*uu sp+3>ux ss>u2 st>u0 su>ub sv>v3 sw/g*ts sx+8>tt \
    t5+2*u0 t7+l>u3 u1>u0 uo+2=tx ur>tv uv>uu v0>u2 v1>u0 v2>ub v4/b*v5 vq+2=vp vs/5*vt wa/r*wb xs>y7 xt+2=ty \
    xv/6*xw y8+4=ts yc>yd ye+2=tx yg/2=yh yj>yh yk+2=ty ym+2=tz yo>yp yq+4=u0 yu+2=u6 yw/2=yx yz>yx z0+2=ul z2+6=ub \
    z8+2=uf za>zb zc+2=uj ze/r*zf 10x+12>129 17m+2=17r 17o/2*18o 17p>17r 17t>18n 18p>18q 19c+a>1c 19t+3=17r 19x>17r \
    19y/2*18o 19z>1c7 1bd+2=18j 1by/3=18n 1c1+3=18n 1cc>18q 1cj>1ci 1cl>18n 1dc+a>1c 1j4+a>1c 1t5>1t4 1td>1tc \
    1tg>1tf 1ug+3>1sl 1uj>1ss 1uk+2>1sx 1um>1t7 1un>1tb 1uu+a>1c 1y4+2>1wh 1y7>1wv 1ye+a>1c 20j>20i 20m>20o \
    21l+2>1zq 21n>1zw 21q>20b 21y+a>1c 25i+a>1c 288>287 28s+2>275 292+a>1c 2cm+a>1c 2g6+a>1c 2io>2j9 2iv+2>2j9 \
    2iy>2iq 2jq+a>1c 2na+a>1c 2qi>2qh 2qu+a>1c 2sz>2sy 2ts+a>1c 2wj>2wi 2xc+a>1c 2zk+a>1c 30j>30i 30t>30s 30y>30x \
    313>312 318>317 31l>30g 36u>36t 37k+a>1c 39s+a>1c 3a8+12>8w0 3bb>8x3 3bh>8x9 3cs>3bw 3u1+9>1d 3y0+6>3xs 4ps+a>1c \
    4r4+a>1c 4zq+a>1c 53k+a>1c 53u>1d 58g+a>1c 58w+a>1c 5dn/2=5dh 5dv>5dh 5e8+a>1c 5gw+a>1c 5kw+a>1c 5lc+a>1c \
    5mo+2*tu 5mq>u6 5mr+2>u9 5mt>ua 5mu>ui 5mv>v7 5mw>wuj 5n4+17>3bk 5od+3>3ct 5rg/2>2p 5rh>6e 5rk+2>2s 5rm>d9 \
    5rn+8>2v 5rw/2>33 5rx>f7 5rz+2*36 5s1+2*39 5s3>2p 5s4+2>gg 5s6>5qa 5s7+2*2q 5s9>2t 5sa+2*gp 5sc>gs 5sd>2v \
    5sf+2*2z 5sh>97 5si>33 5sj>gk 5sk+2>5qu 5sm>34 5sn+2>38 5sp>5r1 5sq>hb 5sr>3a 5ss>5r9 5st+3>qa 5sw+2>qu 5sy>2x \
    5sz>36 5t0+2>39 5t2+2>qa 5t4>qp 5t5+2>qu 5tk>u5 5uj>gi 5uk>2r 5ul>gl 5um>6o 5un>gs 5uo>2u 5up+2*gv 5ur>h1 \
    5us+3>h4 5uv>5tn 5uw>il 5ux>h9 5uy>5tx 5uz>in 5v0/2>hd 5v1+2*hc 5v3+3>hf 5v6>hk 5v7+2>hu 5v9>bv 5va+2>i1 5vc>5r0 \
    5vd+2>i3 5vf>3e 5vg+3>i8 5vj>qg 5xc+2=2p 5xe+6=2q 5xk+2=2r 5xm+a=2s 5xw+a=2t 5y6/3>2u 5y7/3>2u 5yc+8=2w 5yk+4=2x \
    5yo+6=2z 5yu+8=30 5z2+6=31 5z8+8=32 5zg+8=33 5zo+4=34 5zs+8=36 600+a=37 60a+8=38 60i+a=39 60s+4=3a 60w+a=3b \
    616+4=3c 61a+2=3d 61c+6=3e 61i>2w 61j>38 61k+2*3b 61n>37 61s+o=2p 62g+g=2t 62w+4=2x 630+o=33 63o+e=39 642+8=3d \
    64a/3*64b 64g+g=q9 64w+6=qd 654+6=qd 65c+g=qf 65s+g=qh 668+6=qn 66g+6=qn 66o+8=qt 66x/4=qt 674+g=qx 67k+2=q9 \
    67m/3*qd 67n/3*qd 67s+2=qn 67u+2=qt 67w+2=qx 69c+2=q9 69i/3=q9 69l+3=q9 69q>qh 69y>qf 6a0+2=qd 6a2+2=qf 6a8+4=qh \
    6ae+6=qh 6ao+4=qt 6as+2=qp 6au+6=qt 6b0>qp 6ba>qx 6bc+2=qn 6be+2=qx 6eo>1c 6ep>2x 6es+6>1g 6f3>32 6f4+a>1c \
    6fk>2p 6fl>2t 6fm>33 6fn>3c 6fo>gp 6fp>2w 6fq+4>2z 6fu>34 6fv+2>37 6iq>2r 6iv>gr 6iy+2>2v 6j0+3=2w 6j3>87 \
    6j4+2=2x 6j6+2=30 6j9>32 6jd+3>34 6jg+2=36 6jo>3e 6jq>qx 6js>3e 6ju>2z 6jv+3>2p 6jz+2=2t 6k1>2u 6k2>6ku 6k3+2*31 \
    6k5+4>15c 6k9>2x 6kc>qo 6kd+2=qb 6kf>qo 6kl+2=2s 6kn>2t 6ko+2>2x 6lc>2x 6lg>3a 6ll>3c 6lo>30 6lp+2>2r 6lr>31 \
    6ls>2x 6lw>3a 6m1>3c 6m4>30 6m5+2>2r 6m7>31 6mb>6mc 76o+9>1d 792+q>2p 79s+q>2p 7ai>1c 7at+9>1d 7b3>1c 7sm+9>1d \
    7sw+9>1d 7t6+9>1d 8ow+1c>8q8 8rk>8rl 8rm>h7 8rn>5tp 8ro>hp 8rr/3*8rs 8rx>gh 8ry>hd 8rz+2*gg 8s2>8s3 8s5>8s6 \
    8sc>2y 8sd>3a 8se+2>fz 8sg/1e*8sh 8vf/2*8vg 8vm>8vn 8z3>8yp 97j>lal 99v>vj3 9a8>feo 9a9>ffs 9aa>fg6 9ab>fgf \
    9ac>fh5 9ad>fid 9ae>fik 9af>fj4 9ag>fju 9ah>g1r 9ai>g2t 9aj>g2z 9ak>g3m 9al>g46 9am>g4r 9an>g68 9ao>g6t 9ap>g74 \
    9aq>gbf 9ar>ge1 9as>get 9at>gey 9au>gfs 9av>gg1 9aw>ggs 9ax>gh5 9ay>ghu 9az>gja 9b0>gjs 9b1>gkj 9b2>h5j 9b3>h7j \
    9b4>hkb 9b5>hky 9b6>hl6 9b7>hlh 9b8>hlz 9b9>ho3 9ba>i1c 9bb>i2o 9bc>i60 9bd>i6n 9be>i76 9bf>i7s 9bg>i9a 9bh>i9d \
    9bi>ijf 9bj>ijp 9bk>ik1 9bl>ike 9bm>inm 9bn>inu 9bo>inz 9bp>ir8 9bq>iri 9br>irv 9bs>is3 9bt>its 9bu>iu9 9bv>iur \
    9bw>iwz 9bx>jd4 9by>jef 9bz>jez 9c0>jzj 9c1>jzo 9c2>k1z 9c3>k2f 9c4>k2s 9c5>k3d 9c6>k4g 9c7>k4l 9c8>kc0 9c9>kco \
    9ca>kdk 9cb>l5s 9cc>l7m 9cd>l89 9ce>l9v 9cf>laj 9cg>las 9ch>laz 9ci>lcf 9cj>lck 9ck>ldg 9cl>m7f 9cm>mju 9cn>mk6 \
    9co>mkb 9cp>mkf 9cq>mkn 9cr+2*ml5 9ct>mng 9cu>mtg 9cv>mtl 9cw>n30 9cx>n3a 9cy>n4o 9cz>n4v 9d0>n54 9d1>n5c \
    9d2>n7v 9d3>n82 9d4>nee 9d5>nel 9d6>nfy 9d7>ngf 9d8>nhq 9d9>nob 9da>noi 9db>noz 9dc>ny2 9dd>o1k 9de>o1q 9df>o6s \
    9dg>o97 9dh>oah 9di>okz 9dj>ooo 9dk>p4m 9dl>p5d 9dm>p6y 9dn>p8d 9do>pa9 9dp>pak 9dq>paq 9dr>pbn 9ds>pdr 9dt>pe1 \
    9du>pnn 9dv>pnu 9dw>po3 9dx>poc 9dy>pos 9dz>pp7 9e0>ppb 9e1>pri 9e2>prm 9e3>prs 9e4>qj1 9e5>qjv 9e6>qww 9e7>qx8 \
    9e8>qxv 9e9>r5q 9ea>r7l 9eb>r82 9ec>r9c 9ed>rp3 9ee>rpi 9ef>rpx 9eg>rqw 9eh>rvh 9ei>rxg 9ej>rxs 9ek>rzn 9el>s6j \
    9em>sbq 9en>sd7 9eo>sds 9ep>sdx 9eq>sk1 9er>sp5 9es>ssm 9et>sss 9eu>ssx 9ev>tj3 9ew>tm0 9ex>tng 9ey>trq 9ez>trt \
    9f0>tt4 9f1>tw1 9f2>twe 9f3>twi 9f4>twp 9f5>u06 9f6>u0d 9f7>u0j 9f8>u45 9f9>u6m 9fa+2>u72 9fc>uc6 9fd>uc9 \
    9fe>ui4 9ff>ujs 9fg>ul4 9fh>ulb 9fi>k2f 9fj>unj 9fk>unm 9fl>unw 9fm>uws 9fn>v8f 9fo>gh0 9fp>vb3 9fq>vc6 9fr>vcr \
    9fs>vd0 9ft>vd9 9fu>vdd 9fv>veh 9fw>vem 9fx>vf2 9fy>vf7 9fz>vfk 9g0>vgb 9g1>vgw 9g2>vi7 9g3>vix 9g4+2>vj3 \
    9iw>gg1 9ix+2>gg4 9jg/c*9jf 9k5/3*9k4 9kg+2=9kf 9kj+2=9ki 9km+2=9kl 9kp+2=9ko 9ks+2=9kr 9lg>9ja 9lq>9lp \
    9m4/c*9m3 9mt/3*9ms 9n4+2=9n3 9n7+2=9n6 9na+2=9n9 9nd+2=9nc 9ng+2=9nf 9o4>9ly 9o7+4>9nz 9oe>9od 9pt+2>3cw \
    9pv/2*3hm 9pw>3cy 9py>3hp 9pz+3>3cz 9q2+6>3hs 9q8>3dm 9q9+3>3d2 9qc>3dt 9qd+a>3d5 9qn+l>3fl 9r9+2>3dg 9rb+2>3if \
    9rd+2*3ik 9rf>3ir 9rg+2*3iv 9ri>3do 9rj+2*3j1 9rl+2>3dp 9rn+2*3ds 9rp>3dv 9rq+3*3dz 9rt+4>3e4 9rx>3ea 9ry>3ee \
    9rz>3eo 9s0>3ev 9s1>3f0 9s2+2>3jl 9s4+3>3fb 9s7+2>3gk 9s9>3go 9sa+2>3gx 9sc>3h0 9sd>3ha 9se>3hd 9si>feo 9sj>fik \
    9sk/3>fex 9sl>h5n 9sn>ffx 9sp>n5e 9sq>fh5 9sr>ffd 9ss>fep 9st>hm1 9su>h80 9sv>fju 9xg>tm6 9xh>inw 9xi>k1z \
    9xj>od9 9y8+2*3cw 9ya+2*3cz 9yc+2>3d2 9ye+2*3d5 9yg+2*3d8 9yi+4>3db 9z4>feo 9z5>fik 9z6>fex 9z7>h5n 9z8>fis \
    9z9>g31 9za>fer 9zb>g2z 9zc>fh9 9zd>gg1 9ze>kco 9zf>m7f 9zg>ldg 9zh>kdk 9zi>ssx 9zj>h7j 9zk>k4l 9zl>kkq 9zm>kcp \
    9zn>ny6 9zo>glp 9zp>mm1 9zq>rvm 9zr>nz1 9zs>gc4 9zt>o2g 9zu>n5j 9zv>ho3 9zw>sg2 9zx>fmg 9zy>ghc 9zz>lig a00>u49 \
    a01>fm9 a02>g49 a03>l7n a04/2>fey a05>ffx a07>ijq a08>gkz a09>gfv a0a>i3b a0b>i1y a0c>ngx a0d>flt a0e>rwk \
    a0f>ggf a0g>hlo a1c+5*9lu a1h+c*9m3 a1t+4*9ms a1x+5>9mz a22>9n6 a23>9n9 a24>9nc a25>9nf a26+5>9ni a2b+3*9no \
    a2e+5>9nt a2j+4>9nz wtc+a>1c wu8/n*wu9 ww0/e*ww1 wws+2*ui x0i/7*x0j x0y/v*x0z x2o>x2n x2x/2*x2y x31>5tl \
    x32/5*x33 x3f>x3g x3h>h1 x3k/2*x3l x3q/a*x3r x4a>h2 x4b>gs x4c>gx x4d>h8 x4e>h6 x4g>im x4h>hz x4i>il x4j>xub \
    x4k/8*x4l x50>x3o x51>hu x52>5u6 x53/2*x54 x5c>x5d x5i/2*x5j x6a>2r x6b>2u x6c>35 x6d>x6e x6g>87 x6h>9f xcg+a>1c \
    xds+a>1c xjk+a>1c xkg+a>1c xn4+a>1c xuk>x0n xul>xtj xum>h7 xun>xua xux>i5 xv4+28>3vk xyo+a>1c 1d6o>i9u 1d6p>kc4 \
    1d6q>sbq 1d6r>rwe 1d6s>lw1 1d6t>fg2 1d6u>gkl 1d6v+2=vj3 1d6x>hn5 1d6y>ssx 1d6z>gw7 1d70>hmw 1d71>jbm 1d72>ndq \
    1d73>p5j 1d74>q3h 1d75>qt6 1d76>r20 1d77>shn 1d78>fgw 1d79>ljv 1d7a>mah 1d7b>mvy 1d7c>q4d 1d7d>sq2 1d7e>uiu \
    1d7f>fht 1d7g>ghh 1d7h>kjz 1d7i>m9u 1d7j>g34 1d7k>v9a 1d7l>iai 1d7m>lwl 1d7n>q8t 1d7o>r3o 1d7p>jih 1d7q>pje \
    1d7r>qox 1d7s>iq2 1d7t>kd3 1d7u>lm2 1d7v>mpo 1d7w>slq 1d7x>kf9 1d7y>g53 1d7z>gc3 1d80>joz 1d81>l15 1d82>m89 \
    1d83>ggy 1d84>pa9 1d85>pt2 1d86>qj3 1d87>s1b 1d88>tv6 1d89>uwx 1d8a>val 1d8b>nt8 1d8c>o04 1d8d>p33 1d8e>q15 \
    1d8f>itx 1d8g>vb3 1d8h>rlm 1d8i>hac 1d8j>iro 1d8k>occ 1d8l>pcb 1d8m>mle 1d8n>nuy 1d8o>rwi 1d8p>ttj 1d8q>haq \
    1d8r>i8x 1d8s>ku4 1d8t>lii 1d8u>lxr 1d8v>oq7 1d8w>p3p 1d8x>tor 1d8y>gcy 1d8z>pe3 1d90>g63 1d91>g5o 1d92>kq9 \
    1d93>p2j 1d94>q29 1d95>tpx 1d96>rnf 1d97>jin 1d98>fgw 1d99>rne 1d9a>fg9 1d9b>i2p 1d9c>iz6 1d9d>mtj 1d9e>irm \
    1d9f>gev 1d9g>nwb 1d9h>fr3 1d9i>hl9 1d9j>ff1 1d9k>lho 1d9l>k1c 1d9m>opu 1d9n>gjm 1d9o>hge 1d9p>ni9 1d9q>gl2 \
    1d9r>rn8 1d9s>ke8 1d9t>sds 1d9u>lfs 1d9v>jjy 1d9w>put 1d9x>jog 1d9y>n6t 1d9z>fji 1da0>ffo 1da1>g5l 1da2>kn5 \
    1da3>omm 1da4>prj 1da5>rnp 1da6>ssv 1da7>gc1 1da8>glx 1da9>ho3 1daa>iog 1dab>k3p 1dac>lwk 1dad>nqy 1dae>tmm \
    1daf>uiy 1dag>fgd 1dah>vda 1dai>gbf 1daj+2=ghy 1dal>sc9 1dam>ino 1dan>izg 1dao>j0r 1dap>jve 1daq>lnj 1dar>m9o \
    1das>mxb 1dat>o22 1dau>p1f 1dav>pck 1daw>scn 1dax>q0i 1day>sf2 1daz>m9o 1db0>g7r 1db1>gbn 1db2>gql 1db3>ma0 \
    1db4>r0i 1db5>rn8 1db6>iq1 1db7>iyd 1db8>jnf 1db9>l8z 1dba>il4 1dbb>mq6 1dbc>fl0 1dbd>h6h 1dbe>i2p 1dbf>ib1 \
    1dbg>izg 1dbh>muq 1dbi>q0p 1dbj>p7e 1dbk>pc6 1dbl>tdv 1dbm>tti 1dbn>m7p 1dbo>u4m 1dbp>fpn 1dbq>ny4 1dbr>ss4 \
    1dbs>trq 1dbt>j1y 1dbu>fie 1dbv>fyy 1dbw>i5q 1dbx>i7z 1dby>k2h 1dbz>fgw 1dc0>mha 1dc1>n87 1dc2>q9o 1dc3>se5 \
    1dc4>vix 1dc5>k7p 1dc6>tny 1dc7>g7s 1dc8>kfv 1dc9>kj7 1dca>lkx 1dcb>luk 1dcc>mx5 1dcd>n6h 1dce>nsb 1dcf>p19 \
    1dcg>ol7 1dch>g31 1dci>je6 1dcj>tom 1dck>fmu 1dcl>fkh 1dcm>lgm 1dcn>sby 1dco>ivf 1dcp+2=kk7 1dcr>mtj 1dcs>tqe \
    1dct>g89 1dcu>glr 1dcv>i91 1dcw>k5v 1dcx>kem 1dcy>ko8 1dcz>lid 1dd0>mx2 1dd1>naa 1dd2>p6h 1dd3+3=sss 1dd6>o1n \
    1dd7>gfz 1dd8>lve 1dd9>gm5 1dda>mhc 1ddb>n14 1ddc>qbe 1ddd>tr7 1dde>uzi 1ddf>vbz 1ddg>kgn 1ddh>lor 1ddi>fg4 \
    1ddj>o97 1ddk>obk 1ddl>olu 1ddm>mnq 1ddn>m8p 1ddo>rly 1ddp>fk0 1ddq>px2 1ddr>g8q 1dds>g7b 1ddt>ip2 1ddu>jir \
    1ddv>onq 1ddw>i2t 1ddx>ljy 1ddy>kac 1ddz>scw 1de0>qx8 1de1>tot 1de2>r7l 1de3>iqb 1de4>g1s 1de5>gxs 1de8>g4i \
    1dea>k8k 1ded>g66 1dee>mqy 1def>ngq 1deg>ny4 1deh>nz2 1dei>nz9 1dej>o0f 1dek>tw6 1del>on2 1dem>p8d 1deo>qhe \
    1deq>rnc 1det>shk 1deu>sn1 1dey>ub1 1dez>ub6 1df0>ubq 1df1>vac 1df2>sm6 1df3>trr 1df4>fqm 1df5>fzb 1df6>g25 \
    1df7>gcp 1df8>gdg 1df9>ggh 1dfa>gwt 1dfb>gl5 1dfc>h2g 1dfd>hfk 1dfe>hig 1dff>i82 1dfg>i9a 1dfh>j2s 1dfi>j8o \
    1dfj>j9q 1dfk>j55 1dfl>k0f 1dfm>k4i 1dfn>k9d 1dfo>kn9 1dfp>lmf 1dfq>lqy 1dfr>le1 1dfs>mem 1dft>mjv 1dfu>mxu \
    1dfv>ntd 1dfw>ny6 1dfx>nyh 1dfy>nyg 1dfz>nyo 1dg0>nyu 1dg1>nz1 1dg2>nzs 1dg3>nzj 1dg4>rp3 1dg5>o75 1dg6>ps2 \
    1dg7>p1f 1dg8>p3t 1dg9>oxt 1dga>p6a 1dgb>pad 1dgc>pnx 1dgd+2=prt 1dgf>q53 1dgg>r2o 1dgh>r7q 1dgi>ro2 1dgj>roo \
    1dgk>i4e 1dgl>rxc 1dgm>sdy 1dgn>shk 1dgo>try 1dgp>gr1 1dgq>u4x 1dgr>j1x 1dgs>36cu 1dgt>ubq 1dgw>inq 1dgx>g51 \
    1dgy>g2w 1dgz>fpc 1dh0>g1x 1dh1>g3k 1dh2>gcn 1dh3>ge2 1dh4>gwt 1dh5>gut 1dh6>gwp 1dh7>gyq 1dh8>g4i 1dh9>h9b \
    1dha>hms 1dhb>hn8 1dhc>huq 1dhd>i08 1dhe>iqa 1dhf>iqh 1dhg>iuh 1dhh>iwd 1dhi>j4o 1dhj>j7y 1dhk>j60 1dhl>j9q \
    1dhm>j8g 1dhn>j55 1dho>jec 1dhp>jpg 1dhq>jrw 1dhr>jte 1dhs>k0m 1dht>k8k 1dhu>kd3 1dhv>kd7 1dhw>keu 1dhx>l89 \
    1dhy>ke8 1dhz>lkx 1di0>lwb 1di1>lvv 1di2>le1 1di3>m5a 1di4>mem 1di5>nmv 1di6>mk5 1di7>mnj 1di8>mqy 1di9>n01 \
    1dia>n46 1dib>n5n 1dic+2*nbx 1die>ngq 1dif>nh7 1dig>nhw 1dih>nka 1dii>nk0 1dij>nv0 1dik>o8h 1dil>ps2 1dim>ol7 \
    1din>p2e 1dio>p1f 1dip>p4u 1diq>pad 1dir>pxu 1dis>gge 1dit>qrd 1diu>r41 1div>r5y 1diw>r7q 1dix>rnn 1diy>rnc \
    1diz>rnb 1dj0>ro2 1dj1>rne 1dj2>ro5 1dj3>roo 1dj4>gk8 1dj5>rxc 1dj6>scz 1dj7>sf3 1dj8>srd 1dj9>te7 1dja>tq4 \
    1djb>try 1djc>tw6 1djd>tzv 1dje>gr1 1djf>u17 1djg>u4x 1djh>umq 1dji>vj3 1djj>313e 1djk>3138 1djl>33dh 1djm>brx \
    1djn>cns 1djo>cop 1djp>39e1 1djq>3bgw 1djr>3i6r 1djs>vgj 1djt>gi8 1dlp>15l 1dlr>16a 1dls>15u 1dlt>15c 1dlu+2>15f \
    1dlw+3>15n 1dlz+2*160 1dm2+4=161 1dm6+3=15c 1dm9+6>15d 1dmg+5>15k 1dmm/2*15q 1dmp/2*15t 1dms/4*15w 1dmv+4>15z \
    1dmz>15h 1dn0>15d 1dn1>15n 1dn2>15w 1dn4+2=17r 1dn6+4=1a3 1dna+4=1a6 1dne+4=1a8 1dni+4=1a2 1dnm+4=1a7 1dnq+4=1a1 \
    1dnu+4=1b8 1dny+4=1ba 1do2+4=1ac 1do6+4=1ab 1doa+4=1ae 1doe+4=1af 1doi+2=1al 1dok+2=1ak 1dom+2=1am 1doo+2=1ag \
    1doq+2=1aw 1dos+2=1ap 1dou+4=18j 1doy+4=1bj 1dp2+4=1bn 1dp6+4=1bl 1dpa+2=1bu 1dpc+4=1bv 1dpg+a=18n 1dpq+4=1ci \
    1dqr+4=1bh 1dqv+2=1c7 1dqx+2=1c6 1dqz+2=1c8 1dr1>1c7 1dr2+2=1cb 1dr4+2=1c5 1dr6+2=1c9 1dr8+4=1cg 1drc+2=18q \
    1drw+4=18q 1duj+2>180 1dul>18q 1dw0>18q 1dy1>18n 1e0s+2=17r 1e9t+4=17r 1e9x+2=18o 1e9z+2=17r 1ea1+4=18q \
    1ea5+2=17r 1ea7+4=17s 1eab+2=18n 1ead+4=17u 1eah+4=17v 1eal+4=17w 1eap+4=17x 1eat+4=17y 1eax/5>17z 1eay/5>17z \
    1eb7+2=183 1eb9+4=184 1ebd+4=185 1ebh+4=186 1ebl+4=187 1ebp+4=188 1ebt+4=189 1ebx+4=18a 1ec1+4=18h 1ec5+4=18i \
    1ec9+4=18j 1ecd+4=18k 1ech+4=18l 1ecl+4=18m 1ecp+4=18n 1ect+2=18o 1ecv+6=18q 1eds+a>1c 1ee9+q>2p 1ef5+q>2p \
    1eg6>9o2 1eg7+5*9lt 1egc+3*9nn 1egf>9mr 1egg>9oc 1egh+5*9lu 1egm+c*9m3 1egy+4*9ms 1eh2+5>9mz 1eh7>9n6 1eh8>9n9 \
    1eh9>9nc 1eha>9nf 1ehb+5>9ni 1ehg+3*9no 1ehj+5>9nt 1eho>9nz 1ehp>9o3 1eht+2>3cw 1ehv/2*3hm 1ehw>3cy 1ehy>3hp \
    1ehz+3>3cz 1ei2+6>3hs 1ei8>3dm 1ei9+3>3d2 1eic>3dt 1eid+a>3d5 1eiq+6>3fl 1eiy+6>3fr 1ej6+6>3fx 1eje+3>3g3 \
    1fcw+14>1fe0 1fhc+a>1c 1fhs+10>1fiw 1fn4/j*1fo7 1fn5+a>1fo8 1fnh+e>1fok 1fnx+6>1fp0 1fo5>1fp8 1g1t+2>k0 1g1v>6e \
    1g1w>ih 1g1x>gj 1g1z/2*ir 1g20>xuu 1g22>is 1g23+2>gm 1g25>5u9 1g26>go 1g27>gu 1g28>ix 1g29>h0 1g2a>gy 1g2b>gw \
    1g2c/2>ij 1g2d>87 1g2f>h3 1g2g>hw 1g2h+2>iy 1g2j>h8 1g2k>2mmc 1g2l>x3i 1g2m>ha 1g2n/2>2mmd 1g2o>i6 1g2q>6w \
    1g2r+2>hi 1g2t>35 1g2u>hm 1g2v>2mmg 1g2w+2>hp 1g2y>hs 1g2z>iw 1g30/2>iu 1g31>xuv 1g33>i0 1g34>8s1 1g36>i7 \
    1g37+2>ip 1g39>ig 1g3a+3>cg 1g3d>2mmi 1g3e>2mn2 1glc+4>1d 1h1c+1f>1h34 1h68+a>1c 1heo+9>1d 1hsi+9>1d 1ht2+a>1c \
    1hui/2*1huh 1huz>1hut 1hww+a>1c 1hyu+a>1c 1i34+a>1c 1ib4+a>1c 1ikw+a>1c 1inv>1int 1iog+a>1c 1iz4+a>1c 1j28+a>1c \
    1j5c+a>1c 1jfk+w>1jgg 1jhc+a>1c 1jkg+a>1c 1k5s+a>1c 1kcw+a>1c 1kf4+a>1c 1kr4+a>1c 1zkw+a>1c 1znk+a>1c 1zrk+a>1c \
    20cg+w>20dc 2kg0+q>2p 2kgq+q>2p 2khg+q>2p 2ki6/d*2p 2ki7+6>2q 2kif+h>2y 2kiw+q>2p 2kjm+q>2p 2kkc/2*2p 2kkf>2s \
    2kki>2v 2kkl+2>2y 2kkp+4>32 2kku+8>37 2kl2+4>2p 2kl7/b*2u 2kla+6>2x 2kli+a>35 2kls+q>2p 2kmi+q>2p 2kn8+2>2p \
    2knb+4>2s 2knh+8>2y 2knq+7>37 2kny+q>2p 2koo+2>2p 2kor+4>2s 2kow+5>2x 2kp2>33 2kp6+7>37 2kpe+q>2p 2kq4+q>2p \
    2kqu+q>2p 2krk+q>2p 2ksa+q>2p 2kt0+q>2p 2ktq+q>2p 2kug+q>2p 2kv6+q>2p 2kvw+q>2p 2kwm+q>2p 2kxc+q>2p 2ky2+q>2p \
    2kys>2x 2kyt>fr 2kyw+h>q9 2kzd>qg 2kze+7>qr 2kzm+h>q9 2l03+2=qr 2l05+6>qs 2l0c>qd 2l0d+2*qg 2l0f>qu 2l0g>qp \
    2l0h>qo 2l0i+h>q9 2l0z>qg 2l10+7>qr 2l18+h>q9 2l1p+2=qr 2l1r+6>qs 2l1y>qd 2l1z+2*qg 2l21>qu 2l22>qp 2l23>qo \
    2l24+h>q9 2l2l>qg 2l2m+7>qr 2l2u+h>q9 2l3b+2=qr 2l3d+6>qs 2l3k>qd 2l3l+2*qg 2l3n>qu 2l3o>qp 2l3p>qo 2l3q+h>q9 \
    2l47>qg 2l48+7>qr 2l4g+h>q9 2l4x+2=qr 2l4z+6>qs 2l56>qd 2l57+2*qg 2l59>qu 2l5a>qp 2l5b>qo 2l5c+h>q9 2l5t>qg \
    2l5u+7>qr 2l62+h>q9 2l6j+2=qr 2l6l+6>qs 2l6s>qd 2l6t+2*qg 2l6v>qu 2l6w>qp 2l6x>qo 2l6y+2=rh 2l72+a>1c 2l7c+a>1c \
    2l7m+a>1c 2l7w+a>1c 2l86+a>1c 2muo+9>ts 2mux+3>u2 2mv0+b>u6 2mvb+2*uj 2mvd>um 2mve>ww9 2mvf>yh 2mvg+2*uu 2mvi>yx \
    2mvj>xb 2mvk>y7 2mvl+9>ts 2mvu+2>u2 2mvw+2>u6 2mvy+2*u9 2mw0+5>uc 2mw5+2>ui 2mw7>wh 2mw8>uu 2mw9>ut 2mwa>v3 \
    2mwb>x7 2mwc>wup 2mwd>xd 2n28+a>1c 2ne8+a>1c 2nsg+a>1c 2olc+y>2oma 2onk+a>1c 2pkw+2>17r 2pky>17w 2pkz>17z \
    2pl1>18o 2pl2>182 2pl3>17x 2pl4>187 2pl5>18q 2pl6+4>18j 2pla>183 2plb>189 2plc/2>18h 2pld>185 2plf>181 2plg>184 \
    2plh+2>17u 2plj+2*17y 2pll+3*186 2plo>19q 2plp>1bu 2plq>1b5 2plr>19r 2plt>17s 2plu>17w 2plw>18n 2plz>17x \
    2pm1>18q 2pm2+4>18j 2pm6>183 2pm7>189 2pm8/2>18h 2pm9>185 2pmc>184 2pmd+2>17u 2pmf>17y 2pmh>186 2pmj>18a \
    2pmq>17w 2pmv>17x 2pmx>18q 2pmz/2*18k 2pn2>183 2pn3>189 2pn5>185 2pn6>18i 2pn8>184 2pnb>17y 2pnd>186 2pnf>18a \
    2pnh>1bu 2pnj>19r 2pnl>17s 2pnm>17w 2pno>18n 2pnr>17x 2pns>187 2pnt>18q 2pnu/2*18j 2pnx>18m 2pny>183 2pnz>189 \
    2po0/2>18h 2po1>185 2po4>184 2po5+2>17u 2po7>17y 2po9+3*186 2poc>19q 2poe>1b5 2pog+2>17r 2poi>17w 2poj>17z \
    2pok+2>18n 2pom>182 2pon>17x 2poo>187 2pop>18q 2por+3>18k 2pou>183 2pov>189 2pow/2>18h 2pox>185 2poz>181 \
    2pp0>184 2pp1+2>17u 2pp3+2*17y 2pp5+3*186 2ppd>17s 2ppe>17w 2ppf>17z 2pph>18o 2ppi>182 2ppj>17x 2ppk>187 \
    2ppl>18q 2ppn+3>18k 2ppq>183 2ppr>189 2pps/2>18h 2ppt>185 2ppv>181 2ppw>184 2ppx+2>17u 2ppz+2*17y 2pq1+3*186 \
    2q7f>2r 2q7g>36 2q7k+q>2p 2qde>9md 2qds>jez 2qdt>i1j 2qdu>gjw 2qdv>9mu 2qdw>fik 2qdx>hlm 2qdy>r8j 2qdz>hm1 \
    2qe0>fj8 2qe1>k68 2qe2>k4g 2qe3>k2h 2qe4>g99 2qe5>glq 2qe6>g3x 2qe7>k34 2qe8>g7x 2qe9>p1k 2qea>n4v 2qeb>rvt \
    2qec>hkg 2qed>gmx 2qee>lxw 2qef>jh1 2qeg>jmd 2qeh>feo 2qei>fex 2qej>lrs 2qek>ijq 2qel>ffx 2qem>gkz 2qen>jk7 \
    2qeo>rxs 2qep>jf7 2qeq>o01 2qer>o6y 2qes>glk 2qet>lts 2qeu>kcp 2qev>kco 2qew>n5f 2qex>gaa 2qey>gxi 2qez>sp9 \
    2qfk>ivr 2qfl>gkv 2sc0+a>1c 464g>fgd 464h>fg8 464i>fgh 464j>2tcy 464k>fog 464l>fqm 464m>fqz 464n>fsy 464o>fwa \
    464p>hl3 464q>fzb 464r>fyn 464s>ae6 464t>2ud6 464u>g25 464v>g2c 464w>g2s 464x>g3b 464y>2u58 464z>aex 4650>g3p \
    4651>g3x 4652>2u6j 4653>g47 4654>g4k 4655>fkc 4656>g4s 4657>g51 4658>3ly7 4659>g6t 465a>g77 465b>afz 465c>g8r \
    465d>g92 465e>gaa 465f>tf6 465g>ahh 465h+2*gcn 465j>gdg 465k>ge2 465l+2>ged 465n>gev 465o>gg9 465p>ggh 465q>ggq \
    465r+2=ghf 465t+3=ghr 465w>2v58 465x>m7k 465y>gju 465z>gkf 4660>2vdv 4661>gkr 4662>gkx 4663>gli 4664>gpq \
    4665>gmw 4666>gnc 4667>go8 4668>gpu 4669>gs6 466a>gsw 466b>gmn 466c>gv7 466d+2=gw4 466f>gwp 466g>glf 466h>gxf \
    466i>gxu 466j>h6m 466k>gl5 466l>h7b 466m>h1t 466n>gxj 466o>g7b 466p>hke 466q>hce 466r>hdg 466s>he5 466t>haj \
    466u>hf6 466v>jhh 466w>hik 466x>2x9g 466y>hki 466z>hkn 4670>hl2 4671>hlm 4672>ko6 4673>hnm 4674>2xm0 4675>2xnu \
    4676>hrg 4677>htd 4678>ht3 4679>hqw 467a>hon 467b>aum 467c>av0 467d>hs6 467e+2=i0u 467g>2y88 467h>i4j 467i>i54 \
    467j>i2p 467k>i5v 467l>2yhk 467m>i67 467n>i6e 467o>itv 467p>i76 467q>ayp 467r>i8w 467s>i9a 467t>ibk 467u>ia5 \
    467v/2*2z1g 467w>if7 467y>ige 467z>igb 4680>igs 4681+2>ijl 4683>b3j 4684>ikd 4685>ilk 4686>im5 4687>ind 4688>b4y \
    4689>2zr7 468a>b5o 468b>ipc 468c>ipf 468d>ipi 468e>iq2 468f>3pg2 468g>iri 468h+2=3035 468j>poh 468k+2=isi \
    468m>b7r 468n>335k 468o>3cgq 468p>iua 468q>tsl 468r>b8j 468s>ivu 468t>ix9 468u>ixj 468v>iyh 468w>j29 468x>bay \
    468y>ba4 468z>j2s 4690>30t0 4691>j47 4692>j7s 4693+2*j7w 4695>j7w 4696>bca 4697>j9q 4698>i3u 4699>j6s 469a>jan \
    469b>q6x 469c>j55 469d>jbm 469e>jdc 469f>jdn 469g>jfh 469h>jht 469i>jis 469j>jm8 469k>31n0 469l>jlp 469m>jjw \
    469n>pot 469o>jfv 469p>jqc 469q>31td 469r>js2 469s>jph 469t>jop 469u>bhq 469v>ju1 469w>jum 469x>bf5 469y>juf \
    469z>bjg 46a0>k0f 46a1>k18 46a2>32mi 46a3>k4i 46a4>fhi 46a5>k7f 46a6>bo9 46a7>k9d 46a8>bns 46a9>bms 46aa>g42 \
    46ab>g45 46ac>kcg 46ad>k9o 46ae>pf1 46af>deh 46ag>kd3 46ah>kd7 46ai>kdd 46aj>kf2 46ak>ker 46al>33cz 46am>bpl \
    46an>jio 46ao>kg5 46ap>klu 46aq>kn9 46ar>33hp 46as>kni 46at>kkf 46au>kr8 46av>brx 46aw>ksi 46ax>kv7 46ay>kx6 \
    46az>l2g 46b0>33xf 46b1>kjt 46b2>bvc 46b3>l5t 46b4>34br 46b5>l78 46b6>bwu 46b7>i9t 46b8>l9b 46b9>ke8 46ba>hkj \
    46bb>34p9 46bc>2yvf 46bd>34sa 46be>li3 46bf>354s 46bg>lhb 46bh>lhp 46bi>lev 46bj>ljq 46bk>lku 46bl>lmf 46bm>lkx \
    46bn>lm1 46bo>lmg 46bp>lmt 46bq>357i 46br>lkk 46bs>lrj 46bt>lta 46bu>c37 46bv>lvv 46bw>lvr 46bx>35jl 46by>lq1 \
    46bz>m0e 46c0>35ni 46c1>35ou 46c2>m2u 46c3>m61 46c4>m5a 46c5>m57 46c6>c5y 46c7>m6i 46c8>m7y 46c9>m7r 46ca>m99 \
    46cb>2u5h 46cc>mdh 46cd>368z 46ce>mfw 46cf>36i3 46cg>mjs 46ch>mk5 46ci>mkw 46cj>36yw 46ck>mm8 46cl>mmt 46cm>3779 \
    46cn>37dg 46co>mst 46cp>mtn 46cq>cdo 46cr>mud 46cs+2=ce0 46cu>myv 46cv>mzg 46cw>n01 46cx>n0l 46cy>myk 46cz>cgr \
    46d0>n50 46d1>386u 46d2>n5q 46d3>389e 46d4>irm 46d5>2zrz 46d6>nbk 46d7>38v5 46d8>38vs 46d9>38zo 46da>cn0 \
    46db>cnc 46dc>nhw 46dd>394j 46de>394i 46df>395l 46dg>396b 46dh+3=nj3 46dk>nka 46dl>cop 46dm>nm3 46dn>cp2 \
    46do>cra 46dp>39r1 46dq>nri 46dr>nt8 46ds>nv0 46dt>ctf 46du>3a5i 46dv>nyu 46dw>3a8q 46dx>3a9x 46dy>o0f 46dz>o2z \
    46e0>cvj 46e1>rp3 46e2>o5m 46e3>o5r 46e4>3at8 46e5+2=3b1j 46e7>oa6 46e8>d1e 46e9>3b8r 46ea>og6 46eb>ocx 46ec>d2f \
    46ed>3beo 46ee>onm 46ef>d5s 46eg>oo8 46eh>oo3 46ei>p0q 46ej>3c06 46ek>orn 46el>d8h 46em>p35 46en>ow2 46eo>p4b \
    46ep>d9w 46eq>3ciw 46er>3cjr 46es>dax 46et>3cnt 46eu>p6i 46ev>3cqm 46ew>p79 46ex>pa2 46ey>pad 46ez>3d22 \
    46f0>3d43 46f1>pcw 46f2>3d7s 46f3>pd6 46f4>33a7 46f5>ded 46f6>pf6 46f7>phf 46f8>dfv 46f9>pj2 46fa>hx1 46fb>3dlz \
    46fc>3dmd 46fd>33bn 46fe>33bw 46ff>poh 46fg>pok 46fh>sda 46fi>dij 46fj>psh 46fk>psb 46fl>pst 46fm>gc3 46fn+2*ptd \
    46fp>ptp 46fq>puu 46fr>3ebg 46fs>put 46ft>pwd 46fu>pyb 46fv>q0d 46fw>pwj 46fx>q0t 46fy>q1z 46fz>q53 46g0>pxv \
    46g1+2*q16 46g3>q1o 46g4>3eie 46g5>3eqz 46g6>3emt 46g7>dnv 46g8+2*q9d 46ga>qae 46gb>3g0a 46gc>qck 46gd>3f3g \
    46ge>dp9 46gf>dpd 46gg>3f75 46gh>3ff6 46gi>dpn 46gj>qj4 46gk>qj3 46gl>fin 46gm>qjt 46gn>qll 46go>qko 46gp>qoe \
    46gq>qn6 46gr>qrd 46gs>qp4 46gt>qqz 46gu>qrq 46gv>dsn 46gw>qu9 46gx>qkj 46gy>dtl 46gz>qxs 46h0>qxv 46h1>3giv \
    46h2>r13 46h3>r1a 46h4>dv9 46h5>r22 46h6>aez 46h7>3gz2 46h8>3h46 46h9>dz2 46ha>dzb 46hb>rmi 46hc>ro5 46hd>gk8 \
    46he>rpx 46hf>3hrc 46hg>rvz 46hh>rw2 46hi>rxf 46hj>rxz 46hk>3i9b 46hl>2upw 46hm>s0b 46hn>rzw 46ho>s1c 46hp>2uvy \
    46hq>sbv 46hr>scz 46hs>3jki 46ht>3jl9 46hu>sk4 46hv>smp 46hw>snl 46hx>3ju6 46hy>snv 46hz>tdl 46i0+2>t07 46i2>sxo \
    46i3>tii 46i4>t91 46i5>3ksa 46i6>irk 46i7>ej9 46i8>tkn 46i9>3l2v 46ia>eli 46ib>ts3 46ic>iia 46id>tur 46ie>3ltx \
    46if>3lzu 46ig>epa 46ih>epi 46ii>u00 46ij>3mdm 46ik>er6 46il>3mhi 46im+2=u17 46io>u21 46ip>3mpi 46iq>uat \
    46ir>eur 46is>u95 46it>ucn 46iu>ude 46iv>uf2 46iw>ez2 46ix>3nsg 46iy>umq 46iz>uv4 46j0>v0d 46j1>f66 46j2>f71 \
    46j3>v3b 46j4>3owe 46j5>f7c 46j6>3oxx 46j7>3p5a 46j8>3p8x 46j9>vcr 46ja>f9y 46jb>veh 46jc>vem 46jd>vet 46je>vf3 \
    46jf>vfa 46jg>vgb 46jh>3pxc
    """

  /// Scalars with several in their place: `8ib>2u-2u`.
  static let sequences = """
    58>1d-w-1g 59>1d-w-1e 5a>1f-w-1g 67>37-37 8i>2x-2y 8j>2x-2y 8v>30-w 8w>30-w 95>jg-32 ck>2s-3e cl>2s-3e cm>2s-3e \
    cn>30-2y co>30-2y cp>30-2y cq>32-2y cr>32-2y cs>32-2y dt>2s-3e du>2s-3e dv>2s-3e oq>w-qh 13b>12d-136 1xn>1xj-1xa \
    1xo>1xj-1xz 28b>287-27y 28c>287-28n 2ac>2aa-2c7 2bu>2bq-2bi 2bv>2br-2bi 2bw>2bq-2c7 2iz>2iq-2j9 2mi>2me-2m6 \
    2mj>2mf-2m6 2mk>2me-2mv 2qk>2qh-2q7 2ql>2qh-2q7 2qm>2qh-2qn 2xo>2wb-2vt 2xp>2wb-2w1 5c6>5c5-5dh 5c8>5c7-5dh \
    5ca>5c9-5dh 5cc>5cb-5dh 5ce>5cd-5dh 5ci>5ch-5dh 5ds>5dq-5dh 5dt>5dr-5dh 61m>2p-ji 61q>37-37 680>q9-qh 681>q9-qh \
    682>q9-qh 683>q9-qh 684>q9-qh 685>q9-qh 686>q9-qh 687>q9-qh 688>q9-qh 689>q9-qh 68a>q9-qh 68b>q9-qh 68c>q9-qh \
    68d>q9-qh 68e>q9-qh 68f>q9-qh 68g>qf-qh 68h>qf-qh 68i>qf-qh 68j>qf-qh 68k>qf-qh 68l>qf-qh 68m>qf-qh 68n>qf-qh \
    68o>qf-qh 68p>qf-qh 68q>qf-qh 68r>qf-qh 68s>qf-qh 68t>qf-qh 68u>qf-qh 68v>qf-qh 68w>qx-qh 68x>qx-qh 68y>qx-qh \
    68z>qx-qh 690>qx-qh 691>qx-qh 692>qx-qh 693>qx-qh 694>qx-qh 695>qx-qh 696>qx-qh 697>qx-qh 698>qx-qh 699>qx-qh \
    69a>qx-qh 69b>qx-qh 69e>q9-qh 69f>q9-qh 69g>q9-qh 69j>q9-qh 69o>q9-qh 69u>qf-qh 69v>qf-qh 69w>qf-qh 69z>qf-qh \
    6a4>qf-qh 6b6>qx-qh 6b7>qx-qh 6b8>qx-qh 6bb>qx-qh 6bg>qx-qh 6g8>36-37 6io>2p-w-2r 6ip>2p-w-37 6ir>w-2r \
    6it>2r-w-33 6iu>2r-w-39 6ix>w-2u 6ja>32-33 6jk>37-31 6jl>38-2t-30 6jm>38-31 6kb>2u-2p-3c 6kw>1d-w-1j 6kx>1d-w-1l \
    6ky>1d-w-1d-1c 6kz>1d-w-1f 6l0>1e-w-1f 6l1>1d-w-1h 6l2>1e-w-1h 6l3>1f-w-1h 6l4>1g-w-1h 6l5>1d-w-1i 6l6>1h-w-1i \
    6l7>1d-w-1k 6l8>1f-w-1k 6l9>1h-w-1k 6la>1j-w-1k 6lb>1d-w 6ld>2x-2x 6le>2x-2x-2x 6lf>2x-3a 6lh>3a-2x 6li>3a-2x-2x \
    6lj>3a-2x-2x-2x 6lk>2x-3c 6lm>3c-2x 6ln>3c-2x-2x 6lt>2x-2x 6lu>2x-2x-2x 6lv>2x-3a 6lx>3a-2x 6ly>3a-2x-2x \
    6lz>3a-2x-2x-2x 6m0>2x-3c 6m2>3c-2x 6m3>3c-2x-2x 6mh>1c-w-1f 76x>1d-1c 76y>1d-1d 76z>1d-1e 770>1d-1f 771>1d-1g \
    772>1d-1h 773>1d-1i 774>1d-1j 775>1d-1k 776>1d-1l 777>1e-1c 778>w-1d-w 779>w-1e-w 77a>w-1f-w 77b>w-1g-w \
    77c>w-1h-w 77d>w-1i-w 77e>w-1j-w 77f>w-1k-w 77g>w-1l-w 77h>w-1d-1c-w 77i>w-1d-1d-w 77j>w-1d-1e-w 77k>w-1d-1f-w \
    77l>w-1d-1g-w 77m>w-1d-1h-w 77n>w-1d-1i-w 77o>w-1d-1j-w 77p>w-1d-1k-w 77q>w-1d-1l-w 77r>w-1e-1c-w 77s>1d-w \
    77t>1e-w 77u>1f-w 77v>1g-w 77w>1h-w 77x>1i-w 77y>1j-w 77z>1k-w 780>1l-w 781>1d-1c-w 782>1d-1d-w 783>1d-1e-w \
    784>1d-1f-w 785>1d-1g-w 786>1d-1h-w 787>1d-1i-w 788>1d-1j-w 789>1d-1k-w 78a>1d-1l-w 78b>1e-1c-w 78c>w-2p-w \
    78d>w-2q-w 78e>w-2r-w 78f>w-2s-w 78g>w-2t-w 78h>w-2u-w 78i>w-2v-w 78j>w-2w-w 78k>w-2x-w 78l>w-2y-w 78m>w-2z-w \
    78n>w-30-w 78o>w-31-w 78p>w-32-w 78q>w-33-w 78r>w-34-w 78s>w-35-w 78t>w-36-w 78u>w-37-w 78v>w-38-w 78w>w-39-w \
    78x>w-3a-w 78y>w-3b-w 78z>w-3c-w 790>w-3d-w 791>w-3e-w 9lr>9l4-9l6 9of>9mb-9mw 9vk>w-3cw-w 9vl>w-3cy-w \
    9vm>w-3cz-w 9vn>w-3d1-w 9vo>w-3d2-w 9vp>w-3d3-w 9vq>w-3d5-w 9vr>w-3d7-w 9vs>w-3d8-w 9vt>w-3da-w 9vu>w-3db-w \
    9vv>w-3dc-w 9vw>w-3dd-w 9vx>w-3de-w 9vy>w-3cw-3fl-w 9vz>w-3cy-3fl-w 9w0>w-3cz-3fl-w 9w1>w-3d1-3fl-w \
    9w2>w-3d2-3fl-w 9w3>w-3d3-3fl-w 9w4>w-3d5-3fl-w 9w5>w-3d7-3fl-w 9w6>w-3d8-3fl-w 9w7>w-3da-3fl-w 9w8>w-3db-3fl-w \
    9w9>w-3dc-3fl-w 9wa>w-3dd-3fl-w 9wb>w-3de-3fl-w 9wc>w-3d8-3fy-w 9wd>w-3d7-3ft-3d8-3fp-3hn-w \
    9we>w-3d7-3ft-3de-3fy-w 9wg>w-feo-w 9wh>w-fik-w 9wi>w-fex-w 9wj>w-h5n-w 9wk>w-fis-w 9wl>w-g31-w 9wm>w-fer-w \
    9wn>w-g2z-w 9wo>w-fh9-w 9wp>w-gg1-w 9wq>w-kco-w 9wr>w-m7f-w 9ws>w-ldg-w 9wt>w-kdk-w 9wu>w-ssx-w 9wv>w-h7j-w \
    9ww>w-k4l-w 9wx>w-kkq-w 9wy>w-kcp-w 9wz>w-ny6-w 9x0>w-glp-w 9x1>w-mm1-w 9x2>w-rvm-w 9x3>w-nz1-w 9x4>w-gc4-w \
    9x5>w-fkz-w 9x6>w-gos-w 9x7>w-i1y-w 9x8>w-ngx-w 9x9>w-flt-w 9xa>w-rwk-w 9xb>w-ggf-w 9xc>w-nzh-w 9xd>w-fm9-w \
    9xe>w-pnu-w 9xf>w-po3-w 9xs>34-38-2t 9xt>1e-1d 9xu>1e-1e 9xv>1e-1f 9xw>1e-1g 9xx>1e-1h 9xy>1e-1i 9xz>1e-1j \
    9y0>1e-1k 9y1>1e-1l 9y2>1f-1c 9y3>1f-1d 9y4>1f-1e 9y5>1f-1f 9y6>1f-1g 9y7>1f-1h 9ym>3cw-3fl 9yn>3cy-3fl \
    9yo>3cz-3fl 9yp>3d1-3fl 9yq>3d2-3fl 9yr>3d3-3fl 9ys>3d5-3fl 9yt>3d7-3fl 9yu>3d8-3fl 9yv>3da-3fl 9yw>3db-3fl \
    9yx>3dc-3fl 9yy>3dd-3fl 9yz>3de-3fl 9z0>3da-3fl-3hz-3cw-3ft 9z1>3d8-3fy-3d7-3g4 9z2>3d7-3fy a0h>1f-1i a0i>1f-1j \
    a0j>1f-1k a0k>1f-1l a0l>1g-1c a0m>1g-1d a0n>1g-1e a0o>1g-1f a0p>1g-1g a0q>1g-1h a0r>1g-1i a0s>1g-1j a0t>1g-1k \
    a0u>1g-1l a0v>1h-1c a0w>1d-kco a0x>1e-kco a0y>1f-kco a0z>1g-kco a10>1h-kco a11>1i-kco a12>1j-kco a13>1k-kco \
    a14>1l-kco a15>1d-1c-kco a16>1d-1d-kco a17>1d-1e-kco a18>2w-2v a19>2t-36-2v a1a>2t-3a a1b>30-38-2s a2n>fl0-gp8 \
    a2o>9lu-9n3-9oc-9mw a2p>9lu-9nv-9n9-9lt a2q>9lu-9o3-9nc-9lu a2r>9lu-9oc-9nv a2s>9lw-9mz-9o3-9m7 a2t>9lw-9o3-9mp \
    a2u>9ly-9m1-9o3 a2v>9m0-9mh-9m7-9oc-9mw a2w>9m0-9oc-9m3-9oc a2x>9m2-9o3-9mh a2y>9m2-9oc-9nk a2z>9m3-9lw-9nu \
    a30>9m3-9nt-9mr-9mw a31>9m3-9nx-9nu-9oc a32>9m3-9nx-9o3 a33>9m3-9o3-9ni a34>9m5-9m3 a35>9m5-9mz-9oc \
    a36>9m5-9np-9nu-9oc a37>9m5-9nv-9mn-9oc a38>9m5-9nx a39>9m5-9nx-9m7-9nt-9nk a3a>9m5-9nx-9nl-9oc-9mw-9nv \
    a3b>9m5-9nx-9nz-9mr-9mw a3c>9m7-9nt-9nk a3d>9m7-9nt-9nk-9mw-9o3 a3e>9m7-9nv-9mj-9lw-9nx a3f>9m7-9nx-9oc-9n1 \
    a3g>9m9-9oc-9mh a3h>9mb-9nv-9my a3i>9mb-9oc-9nf a3j>9md-9lw-9m7-9nv a3k>9md-9o3-9mp-9oc-9nk a3l>9mf-9nu-9o3-9m7 \
    a3m>9mj-9o3-9mp a3n>9mj-9o3-9mw a3o>9mn-9oc-9mh a3p>9mu-9mf a3q>9mw-9nv a3r>9mw-9o3 a3s>9my-9n2 a3t>9n2-9mr-9mw \
    a3u>9n3-9lw-9ms a3v>9n3-9oc-9mj-9o3-9mw a3w>9n3-9oc-9ms a3x>9n3-9oc-9nw-9nv a3y>9n6-9lu-9mh-9mw-9nv \
    a3z>9n6-9m7-9nv a40>9n6-9mb a41>9n6-9nv a42>9n9-9lt-9nt-9mr-9mw a43>9n9-9lv-9oc-9mw a44>9n9-9mr-9mf-9lz-9nv \
    a45>9n9-9nt-9o3 a46>9nc-9m7-9mn-9oc-9nv a47>9nc-9ml a48>9nc-9mz-9n6 a49>9nc-9nv-9ms a4a>9nc-9o3-9mh \
    a4b>9nc-9oc-9mf a4c>9nc-9oc-9mn a4d>9nf-9lw-9o3-9mw a4e>9nf-9nv-9mw a4f>9nf-9o3 a4g>9nf-9o3-9mw a4h>9nf-9oc-9nv \
    a4i>9nf-9oc-9o3 a4j>9ni-9lw-9m7-9nx a4k>9ni-9lw-9nv a4l>9ni-9mr-9n3 a4m>9ni-9nv-9m7 a4n>9ni-9o3-9mf-9nr-9o3 \
    a4o>9nj-9m7-9nx-9o3 a4p>9nj-9nu a4q>9nj-9nu-9n3-9oc-9nv a4r>9nl-9m3 a4s>9nl-9m3-9mw-9o3 a4t>9nl-9oc-9mw-9nv \
    a4u>9no-9oc-9mw a4v>9no-9oc-9nv a4w>9nq-9lu-9o3 a4x>9nu-9mr-9mw-9nv a4y>9nu-9nt a4z>9nv-9n6-9oc \
    a50>9nv-9oc-9n9-9nv a51>9nw-9nk a52>9nw-9o3-9mw-9m9-9o3 a53>9nz-9mr-9mw a54>1c-m9l a55>1d-m9l a56>1e-m9l \
    a57>1f-m9l a58>1g-m9l a59>1h-m9l a5a>1i-m9l a5b>1j-m9l a5c>1k-m9l a5d>1l-m9l a5e>1d-1c-m9l a5f>1d-1d-m9l \
    a5g>1d-1e-m9l a5h>1d-1f-m9l a5i>1d-1g-m9l a5j>1d-1h-m9l a5k>1d-1i-m9l a5l>1d-1j-m9l a5m>1d-1k-m9l a5n>1d-1l-m9l \
    a5o>1e-1c-m9l a5p>1e-1d-m9l a5q>1e-1e-m9l a5r>1e-1f-m9l a5s>1e-1g-m9l a5t>2w-34-2p a5u>2s-2p a5v>2p-39 \
    a5w>2q-2p-36 a5x>33-3a a5y>34-2r a5z>2s-31 a60>2s-31-1e a61>2s-31-1f a62>2x-39 a63>inn-jdc a64>k6l-gp8 \
    a65>hlz-l7n a66>k5q-lh7 a67>kkq-irz-fmi-ny6 a68>34-2p a69>32-2p a6a>qk-2p a6b>31-2p a6c>2z-2p a6d>2z-2q \
    a6e>31-2q a6f>2v-2q a6g>2r-2p-30 a6h>2z-2r-2p-30 a6i>34-2u a6j>32-2u a6k>qk-2u a6l>qk-2v a6m>31-2v a6n>2z-2v \
    a6o>2w-3e a6p>2z-2w-3e a6q>31-2w-3e a6r>2v-2w-3e a6s>38-2w-3e a6t>qk-30 a6u>31-30 a6v>2s-30 a6w>2z-30 a6x>2u-31 \
    a6y>32-31 a6z>qk-31 a70>31-31 a71>2r-31 a72>2z-31 a73>31-31-1e a74>2r-31-1e a75>31-1e a76>2z-31-1e a77>31-31-1f \
    a78>2r-31-1f a79>31-1f a7a>2z-31-1f a7b>31-w-37 a7c>31-w-37-1e a7d>34-2p a7e>2z-34-2p a7f>31-34-2p a7g>2v-34-2p \
    a7h>36-2p-2s a7i>36-2p-2s-w-37 a7j>36-2p-2s-w-37-1e a7k>34-37 a7l>32-37 a7m>qk-37 a7n>31-37 a7o>34-3a a7p>32-3a \
    a7q>qk-3a a7r>31-3a a7s>2z-3a a7t>31-3a a7u>34-3b a7v>32-3b a7w>qk-3b a7x>31-3b a7y>2z-3b a7z>31-3b a80>2z-qx \
    a81>31-qx a82>2p-w-31-w a83>2q-35 a84>2r-2r a85>2r-2s a86>2r-w-2z-2v a87>2r-33-w a88>2s-2q a89>2v-3d a8a>2w-2p \
    a8b>2w-34 a8c>2x-32 a8d>2z-2z a8e>2z-31 a8f>2z-38 a8g>30-31 a8h>30-32 a8i>30-33-2v a8j>30-3c a8k>31-2q \
    a8l>31-2x-30 a8m>31-33-30 a8n>34-2w a8o>34-w-31-w a8p>34-34-31 a8q>34-36 a8r>37-36 a8s>37-3a a8t>3b-2q \
    a8u>3a-w-31 a8v>2p-w-31 a8w>1d-k4l a8x>1e-k4l a8y>1f-k4l a8z>1g-k4l a90>1h-k4l a91>1i-k4l a92>1j-k4l a93>1k-k4l \
    a94>1l-k4l a95>1d-1c-k4l a96>1d-1d-k4l a97>1d-1e-k4l a98>1d-1f-k4l a99>1d-1g-k4l a9a>1d-1h-k4l a9b>1d-1i-k4l \
    a9c>1d-1j-k4l a9d>1d-1k-k4l a9e>1d-1l-k4l a9f>1e-1c-k4l a9g>1e-1d-k4l a9h>1e-1e-k4l a9i>1e-1f-k4l a9j>1e-1g-k4l \
    a9k>1e-1h-k4l a9l>1e-1i-k4l a9m>1e-1j-k4l a9n>1e-1k-k4l a9o>1e-1l-k4l a9p>1f-1c-k4l a9q>1f-1d-k4l a9r>2v-2p-30 \
    1dkw>2u-2u 1dkx>2u-2x 1dky>2u-30 1dkz>2u-2u-2x 1dl0>2u-2u-30 1dl1>37-38 1dl2>37-38 1dlf>12s-12u 1dlg>12s-12d \
    1dlh>12s-12j 1dli>132-12u 1dlj>12s-12l 1dn3>15c-15o 1dre>18q-17r 1drf>18q-17r 1drg>18q-18n 1drh>18q-18n \
    1dri>18q-18o 1drj>18q-18o 1drk>18q-1c7 1drl>18q-1c7 1drm>18q-1c6 1drn>18q-1c6 1dro>18q-1c8 1drp>18q-1c8 \
    1drq>18q-1cg 1drr>18q-1cg 1drs>18q-1cg 1drt>18q-18q 1dru>18q-18q 1drv>18q-18q 1ds0>18q-17w 1ds1>18q-17x \
    1ds2>18q-18l 1ds3>18q-18q 1ds4>18q-18q 1ds5>17s-17w 1ds6>17s-17x 1ds7>17s-17y 1ds8>17s-18l 1ds9>17s-18q \
    1dsa>17s-18q 1dsb>17u-17w 1dsc>17u-17x 1dsd>17u-17y 1dse>17u-18l 1dsf>17u-18q 1dsg>17u-18q 1dsh>17v-17w \
    1dsi>17v-18l 1dsj>17v-18q 1dsk>17v-18q 1dsl>17w-17x 1dsm>17w-18l 1dsn>17x-17w 1dso>17x-18l 1dsp>17y-17w \
    1dsq>17y-17x 1dsr>17y-18l 1dss>183-17w 1dst>183-17x 1dsu>183-17y 1dsv>183-18l 1dsw>185-17x 1dsx>185-18l \
    1dsy>186-17w 1dsz>186-17x 1dt0>186-17y 1dt1>186-18l 1dt2>187-17x 1dt3>187-18l 1dt4>188-18l 1dt5>189-17w \
    1dt6>189-18l 1dt7>18a-17w 1dt8>18a-18l 1dt9>18h-17w 1dta>18h-17x 1dtb>18h-17y 1dtc>18h-18l 1dtd>18h-18q \
    1dte>18h-18q 1dtf>18i-17x 1dtg>18i-18l 1dth>18i-18q 1dti>18i-18q 1dtj>18j-17r 1dtk>18j-17w 1dtl>18j-17x \
    1dtm>18j-17y 1dtn>18j-18k 1dto>18j-18l 1dtp>18j-18q 1dtq>18j-18q 1dtr>18k-17w 1dts>18k-17x 1dtt>18k-17y \
    1dtu>18k-18l 1dtv>18k-18q 1dtw>18k-18q 1dtx>18l-17w 1dty>18l-17x 1dtz>18l-17y 1du0>18l-18l 1du1>18l-18q \
    1du2>18l-18q 1du3>18m-17w 1du4>18m-17x 1du5>18m-17y 1du6>18m-18l 1du7>18m-18q 1du8>18m-18q 1du9>18n-17w \
    1dua>18n-18l 1dub>18n-18q 1duc>18n-18q 1dud>18q-17w 1due>18q-17x 1duf>18q-17y 1dug>18q-18l 1duh>18q-18q \
    1dui>18q-18q 1dus>18q-181 1dut>18q-182 1duu>18q-18l 1duv>18q-18m 1duw>18q-18q 1dux>18q-18q 1duy>17s-181 \
    1duz>17s-182 1dv0>17s-18l 1dv1>17s-18m 1dv2>17s-18q 1dv3>17s-18q 1dv4>17u-181 1dv5>17u-182 1dv6>17u-18l \
    1dv7>17u-18m 1dv8>17u-18q 1dv9>17u-18q 1dva>17v-181 1dvb>17v-182 1dvc>17v-18l 1dvd>17v-18m 1dve>17v-18q \
    1dvf>17v-18q 1dvg>18h-18q 1dvh>18h-18q 1dvi>18i-18q 1dvj>18i-18q 1dvk>18j-17r 1dvl>18j-18k 1dvm>18j-18l \
    1dvn>18j-18q 1dvo>18j-18q 1dvp>18k-18l 1dvq>18k-18q 1dvr>18k-18q 1dvs>18l-17r 1dvt>18l-18l 1dvu>18m-181 \
    1dvv>18m-182 1dvw>18m-18l 1dvx>18m-18m 1dvy>18m-18q 1dvz>18m-18q 1dw1>18q-181 1dw2>18q-182 1dw3>18q-18l \
    1dw4>18q-18m 1dw5>18q-18q 1dw6>18q-18q 1dw7>18q-17w 1dw8>18q-17x 1dw9>18q-17y 1dwa>18q-18l 1dwb>18q-18n \
    1dwc>17s-17w 1dwd>17s-17x 1dwe>17s-17y 1dwf>17s-18l 1dwg>17s-18n 1dwh>17u-17w 1dwi>17u-17x 1dwj>17u-17y \
    1dwk>17u-18l 1dwl>17u-18n 1dwm>17v-18l 1dwn>17w-17x 1dwo>17w-18l 1dwp>17x-17w 1dwq>17x-18l 1dwr>17y-17w \
    1dws>17y-18l 1dwt>183-17w 1dwu>183-17x 1dwv>183-17y 1dww>183-18l 1dwx>185-17x 1dwy>185-17y 1dwz>185-18l \
    1dx0>186-17w 1dx1>186-17x 1dx2>186-17y 1dx3>186-18l 1dx4>187-17x 1dx5>188-18l 1dx6>189-17w 1dx7>189-18l \
    1dx8>18a-17w 1dx9>18a-18l 1dxa>18h-17w 1dxb>18h-17x 1dxc>18h-17y 1dxd>18h-18l 1dxe>18i-17x 1dxf>18i-18l \
    1dxg>18j-17w 1dxh>18j-17x 1dxi>18j-17y 1dxj>18j-18k 1dxk>18j-18l 1dxl>18k-17w 1dxm>18k-17x 1dxn>18k-17y \
    1dxo>18k-18l 1dxp>18k-18n 1dxq>18l-17w 1dxr>18l-17x 1dxs>18l-17y 1dxt>18l-18l 1dxu>18m-17w 1dxv>18m-17x \
    1dxw>18m-17y 1dxx>18m-18l 1dxy>18m-18n 1dxz>18n-17w 1dy0>18n-18l 1dy2>18q-17w 1dy3>18q-17x 1dy4>18q-17y \
    1dy5>18q-18l 1dy6>18q-18n 1dy7>18q-18l 1dy8>18q-18n 1dy9>17s-18l 1dya>17s-18n 1dyb>17u-18l 1dyc>17u-18n \
    1dyd>17v-18l 1dye>17v-18n 1dyf>183-18l 1dyg>183-18n 1dyh>184-18l 1dyi>184-18n 1dyj>18j-18k 1dyk>18j-18l \
    1dyl>18k-18l 1dym>18m-18l 1dyn>18m-18n 1dyo>18q-18l 1dyp>18q-18n 1dyt>187-18q 1dyu>187-18q 1dyv>189-18q \
    1dyw>189-18q 1dyx>18a-18q 1dyy>18a-18q 1dyz>183-18q 1dz0>183-18q 1dz1>184-18q 1dz2>184-18q 1dz3>17x-18q \
    1dz4>17x-18q 1dz5>17w-18q 1dz6>17w-18q 1dz7>17y-18q 1dz8>17y-18q 1dz9>185-18q 1dza>185-18q 1dzb>186-18q \
    1dzc>186-18q 1dzd>184-17w 1dze>184-17x 1dzf>184-17y 1dzg>184-18l 1dzh>184-181 1dzi>183-181 1dzj>185-181 \
    1dzk>186-181 1dzl>187-18q 1dzm>187-18q 1dzn>189-18q 1dzo>189-18q 1dzp>18a-18q 1dzq>18a-18q 1dzr>183-18q \
    1dzs>183-18q 1dzt>184-18q 1dzu>184-18q 1dzv>17x-18q 1dzw>17x-18q 1dzx>17w-18q 1dzy>17w-18q 1dzz>17y-18q \
    1e00>17y-18q 1e01>185-18q 1e02>185-18q 1e03>186-18q 1e04>186-18q 1e05>184-17w 1e06>184-17x 1e07>184-17y \
    1e08>184-18l 1e09>184-181 1e0a>183-181 1e0b>185-181 1e0c>186-181 1e0d>184-17w 1e0e>184-17x 1e0f>184-17y \
    1e0g>184-18l 1e0h>183-18n 1e0i>184-18n 1e0j>187-18l 1e0k>183-17w 1e0l>183-17x 1e0m>183-17y 1e0n>184-17w \
    1e0o>184-17x 1e0p>184-17y 1e0q>187-18l 1e0r>188-18l 1e1c>17u-17w-18l 1e1d>17u-17x-17w 1e1e>17u-17x-17w \
    1e1f>17u-17x-18l 1e1g>17u-17y-18l 1e1h>17u-18l-17w 1e1i>17u-18l-17x 1e1j>17u-18l-17y 1e1k>17w-18l-17x \
    1e1l>17w-18l-17x 1e1m>17x-18l-18q 1e1n>17x-18l-18q 1e1o>183-17x-17w 1e1p>183-17w-17x 1e1q>183-17w-18q \
    1e1r>183-18l-17x 1e1s>183-18l-17x 1e1t>183-18l-17w 1e1u>183-18l-18l 1e1v>183-18l-18l 1e1w>185-17x-17x \
    1e1x>185-17x-17x 1e1y>185-18l-18l 1e1z>184-17x-18l 1e20>184-17x-18l 1e21>184-17w-18q 1e22>184-18l-17y \
    1e23>184-18l-17y 1e24>184-18l-18l 1e25>184-18l-18l 1e26>186-17x-18q 1e27>186-17y-18l 1e28>186-17y-18l \
    1e29>187-18l-17x 1e2a>187-18l-17x 1e2b>187-18l-18l 1e2c>187-18l-18q 1e2d>189-17w-18l 1e2e>189-18l-18l \
    1e2f>189-18l-18l 1e2g>189-18l-18q 1e2h>18a-18l-18l 1e2i>18a-18l-18q 1e2j>18a-18l-18q 1e2k>18h-17y-18l \
    1e2l>18h-17y-18l 1e2m>18i-18l-17x 1e2n>18i-18l-18l 1e2o>18k-17x-18l 1e2p>18k-17x-18q 1e2q>18k-17x-18q \
    1e2r>18k-17w-17w 1e2s>18k-17w-17w 1e2t>18k-17y-18l 1e2u>18k-17y-18l 1e2v>18k-18l-17x 1e2w>18k-18l-17x \
    1e2x>18l-17x-17w 1e2y>18l-17x-18l 1e2z>18l-17x-18q 1e30>18l-17w-17x 1e31>18l-17w-18l 1e32>18l-17y-17w \
    1e33>18l-17y-18l 1e36>18l-17w-17y 1e37>18n-18l-17w 1e38>18n-18l-18l 1e39>18m-17x-18l 1e3a>18m-17x-18q \
    1e3b>18m-17w-18l 1e3c>18m-17w-18l 1e3d>18m-17w-18q 1e3e>18m-18l-18q 1e3f>18m-18l-18q 1e3g>18q-18l-18l \
    1e3h>18q-18l-18l 1e3i>17s-17y-18q 1e3j>17u-17w-18q 1e3k>17u-17w-18q 1e3l>17u-17y-18q 1e3m>17u-17y-18q \
    1e3n>17u-18l-18q 1e3o>17u-18l-18q 1e3p>17w-18l-18q 1e3q>17w-17x-18q 1e3r>17w-18l-18q 1e3s>183-17y-18q \
    1e3t>185-17x-18q 1e3u>184-17x-18q 1e3v>186-17x-18q 1e3w>18k-17w-18q 1e3x>18k-18l-18q 1e3y>18q-17x-18q \
    1e3z>18q-17w-18q 1e40>18q-18l-18q 1e41>18l-18l-18q 1e42>18i-18l-18q 1e43>18m-17x-18q 1e44>18i-18l-17x \
    1e45>18k-17x-18l 1e46>189-18l-18q 1e47>18j-18l-18q 1e48>18m-17w-17x 1e49>18l-17y-18q 1e4a>18k-17w-18l \
    1e4b>18j-18l-18l 1e4c>18k-17w-18l 1e4d>18m-17w-17x 1e4e>17w-17x-18q 1e4f>17x-17w-18q 1e4g>18l-17w-18q \
    1e4h>18h-18l-18q 1e4i>17s-17x-18q 1e4j>18j-18l-18l 1e4k>189-17w-18l 1e4l>185-18l-18l 1e4m>183-17y-18q \
    1e4n>18m-17w-18q 1e5s>185-18k-1ci 1e5t>18i-18k-1ci 1e5u>17r-18k-18k-18n 1e5v>17r-18j-17s-181 \
    1e5w>18l-17x-18l-17z 1e5x>185-18k-189-18l 1e5y>181-183-18o-18k 1e5z>189-18k-18q-18n 1e60>18o-183-18k-18l \
    1e61>185-18k-18q 1e62>185-18k-18q-w-17r-18k-18k-18n-w-189-18k-18q-18n-w-18o-183-18k-18l \
    1e63>17w-18k-w-17w-18k-17r-18k-18n 1e64>181-18q-17r-18k 1ed1>18k-17r 1ed2>18k-17r 1ed3>18k-17r 1ed4>18k-17r \
    1ed5>18k-17r 1ed6>18k-17r 1ed7>18k-17r 1ed8>18k-17r 1idn>1idj-1ida 1ido>1idj-1idz 1inw>1int-1ink 1iny>1int-1inx \
    1iuy>1iuw-1iun 1iuz>1iux-1iun 1jjs>1jjp-1jjk 2jxa>w-2jxh 2jxb>w-2jxh 2jxc>w-2jxh-2jxq 2jxd>w-2jxh-2jxr \
    2jxe>w-2jxh-2jxs 2jxf>w-2jxh-2jxt 2jxg>w-2jxh-2jxu 2jzv>w-2jxh 2jzw>w-2jxh 2jzx>w-2jxh-2jxq 2jzy>w-2jxh-2jxq \
    2jzz>w-2jxh-2jxr 2k00>w-2jxh-2jxr 2q68>1c-w 2q69>1c-w 2q6a>1d-w 2q6b>1e-w 2q6c>1f-w 2q6d>1g-w 2q6e>1h-w \
    2q6f>1i-w 2q6g>1j-w 2q6h>1k-w 2q6i>1l-w 2q6o>w-2p-w 2q6p>w-2q-w 2q6q>w-2r-w 2q6r>w-2s-w 2q6s>w-2t-w 2q6t>w-2u-w \
    2q6u>w-2v-w 2q6v>w-2w-w 2q6w>w-2x-w 2q6x>w-2y-w 2q6y>w-2z-w 2q6z>w-30-w 2q70>w-31-w 2q71>w-32-w 2q72>w-33-w \
    2q73>w-34-w 2q74>w-35-w 2q75>w-36-w 2q76>w-37-w 2q77>w-38-w 2q78>w-39-w 2q79>w-3a-w 2q7a>w-3b-w 2q7b>w-3c-w \
    2q7c>w-3d-w 2q7d>w-3e-w 2q7e>w-37-w 2q7h>2r-2s 2q7i>3b-3e 2q8a>2w-3a 2q8b>31-3a 2q8c>37-2s 2q8d>37-37 \
    2q8e>34-34-3a 2q8f>3b-2r 2q96>31-2r 2q97>31-2s 2q98>31-36 2qa8>2s-2y 2qdc>9kr-9jf 2qdd>9mb-9mb 2qf4>w-kdo-w \
    2qf5>w-fex-w 2qf6>w-fik-w 2qf7>w-i2x-w 2qf8>w-m9l-w 2qf9>w-jf7-w 2qfa>w-nh3-w 2qfb>w-pgc-w 2qfc>w-rvp-w
    """
}
