import { inflateRawSync } from "node:zlib";

/** A letter as a small picture: opacity from 0 to 15, row by row. */
export interface Glyph {
  /** How far the next letter is, in pixels. */
  readonly advance: number;
  readonly left: number;
  /** Below the top of a line whose baseline is at {@link BASELINE}. */
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly opacity: Uint8Array;
}

/** Where letters stand in their line, from its top. */
export const BASELINE = 14;

/** What stands for a letter that is not here. */
const UNKNOWN = 0xff_fd;

/** The letters of European languages in Latin script, by code point; {@link glyphOf} finds others. */
export function readGlyphs(): ReadonlyMap<number, Glyph> {
  const bytes = inflateRawSync(Buffer.from(GLYPHS, "base64"));
  const count = bytes.readUInt16LE(0);
  const glyphs = new Map<number, Glyph>();
  let nibble = (2 + count * ENTRY_BYTES) * 2;
  for (let index = 0; index < count; index += 1) {
    const at = 2 + index * ENTRY_BYTES;
    const [advance = 0, left = 0, top = 0, width = 0, height = 0] = bytes.subarray(at + 2, at + ENTRY_BYTES);
    const opacity = Uint8Array.from({ length: width * height }, (_, pixel) => {
      const place = nibble + pixel;
      return (bytes[place >> 1]! >> ((place & 1) * 4)) & 15;
    });
    nibble += width * height;
    glyphs.set(bytes.readUInt16LE(at), { advance: advance / 8, left: left - 8, top, width, height, opacity });
  }
  return glyphs;
}

/** The picture of a letter, or of the sign for an unknown one. */
export function glyphOf(glyphs: ReadonlyMap<number, Glyph>, letter: string): Glyph | undefined {
  return glyphs.get(letter.codePointAt(0) ?? UNKNOWN) ?? glyphs.get(UNKNOWN);
}

/** Code point, advance in eighths of a pixel, left + 8, top, width, height. */
const ENTRY_BYTES = 7;

/** DejaVu Sans at 12 pixels, drawn once by librsvg: containers have no fonts, and tests compare pictures. */
const GLYPHS =
  "nXoJYBRV0v/vdfebPqYHeyJgMDHpJBBQQuggkSMEBhiQm0FQDgccUVcMhyMgN+ygq4SA/EcB5fr4giCYEN2oqMAIToAAYpINp4iE" +
  "zUEU5FgF1N3P/XY+XjeCKInhP/Oma2qqXr2rXr2qejOI6IiXACQgWaacnIgUmQpCEjwSVeTmyJQFm9oCj0rUriSjv0RlpSXulikn" +
  "tEILWeDVey1wHwyJ2myt4ZFtkpSCeFnlhDZIkhSBSzUxri10iQp2A5kSFZU0ZMrUJrczMfl+68f2FpZuYQ9YoIPF2dHCOlmgM3RZ" +
  "5MQME8hd4JFFScyER5YkoauFdcP9ErXJLvgkqqrd4ZaoJPdAD5mKck/0lKikuNFPppLcy2qhNzow8CD6sWH2QR/G2RexbF76IVak" +
  "gtof3diPA5DOOAdiqExleZDFORgDWD0POjPaEBOzP4SejDbU6vUwdGKdeBi9ZSoqj6AHw4bjMYmq8ggLG4kMBkZZ2KPW7HqtqRtt" +
  "YWPgkakkPAZD1CTigyELPP84MiRRlMaaK2Z/AumSaJOeRKYkiPanLNqfkCgJVHkamZIoKuNMTuUZxMgCp2QhRhQEx3h0ZD9OsH6c" +
  "iDGyqIiTkCmLNvFZS4rfxJTnLCmTkSyLgjgF7Vh7U5EsUSo/b7JI09BJEkVxOgZLoiLOsLCZJlBmmRXE2ZaCzYEuC5xjroXNg0eW" +
  "JX4dE80pb5qLY19vqcYGs1nxLQvbCF2mnH2TqXz2t9lMCHwefDJV5Hy0kSgVNyNDkkRaYKoGfdei/RWGTAVSaALhPUtp3zc7b/vA" +
  "AltgKALPf8iGIiofme3ZP0a8LHPcVhhyI4HfZnFuZw3ZxBAyZMlGP8FoiarKDgbsyk4L+xT3S6JNCcMtcZJaZIFdFthtgT1wS7xk" +
  "L0YPhu3FGIna5X2mmqr7kSlzNvUzCxywwOfIlHmbvQSxEserpYiVOU4tY5ig/g2xEi/Yy01Nlg+ij8yL9kMYIHGy47AFjljgqAWO" +
  "YYDEy+oX1s45bmnyl+gtc6LjhAW+ssBJ9JZ5Ua1ABuvnKUvZ/44uTOsqkcHUrcoC1RaoscBpC9QiQ+JF9WuMkURV+sZUU+WMRTtr" +
  "gW8tcM4C503FVC4wjeSViwyjyj8s8J3F8r2lyZcs7LIFrljgBwv8aIGfrPH909Lkf1l75X8s8LMF/m2B/0UnSRAd/zExR8TCQMw1" +
  "IiSDbWaOmAvHE1O0QNwSlVVKmGjFRnpKnOQQSbok2OyShckWppCeEi+pdgtTLZrDwhqRfjInqXeQTEmQ7Rox18/JMMkeRcwFv9Nq" +
  "vTExtaCJ1XpTi3aXhUUTtmXUZlZf7rY4YyxaLOnHFvweJlN0xFlYvIXppB/TggQLSzRbV5MsrDnpI3Oi2oJkSpyoJpMRzPK1JD0l" +
  "QVRakViRo+q9xFyV+4ipfK1JjEipnEJMjWxj0VJJrEx5tS2JkQTBYZBYmefsaSSG2fJ2pJNMqXo/SZcF6mhvyrwj3azneIAwu6t2" +
  "IMw8OTqSjswgdSLpbGCdSYzM8WoGYTZZ7cJE845ME5O7kuayICjdLMxFEpgSdScPMOPRw+yE0tMamJuYStSLMFuu9iamkXvQovWx" +
  "aH3JIHZa9LNY+lssA4i5cwZaqzKImNtpsDXXHgsbYmEPkacl6pCHkrFM9YeRnkz0wyRZFqjyCGHHhDqctJREqoywaCMZTVBGmVPu" +
  "eJS0YxritbDRFjaGMLukPkaYNVV8Fu1xizaWdUlSnyDMSqlPkk5MW58iyewM+JNJk582afI4Yu7pZ8xh2rMsbLypRMoEYm77iRZt" +
  "koU9a6qb6rew5yzaZMJONXUKMS3mVPKYxKnq82SwJCjKNGKai+nE3EczSAbbRzOJaetmmd1VZpMe7Mc5FjbXos2zsD8T8+RK1n2y" +
  "qnB36oak2LjGuk9SVC5aj2fuSDMT8LF6O5lS4R4LRCWyk4R7KtHc9k9aoEA3z+IX9GRJpvRFE9j4hAkyVZW4RPOYmK0ze839b2Ss" +
  "xKvq+5cvX75UbTx3+b4H24xsM7JpOtDyOQCNlkMb2mUh7/pqx6etUdjYAU/tS17u1a++XC1gepgDMg4CIEA05u+IXtSpaWo0vvQS" +
  "I9QV0Stp9KwvT8mIBprCX0Bcsq4uQAqWu5Tp0NXpuwDf5nXtxwGuuwdmASkbXAqmG/bl2IXcA7xGoBMUv0NQ3bgJjEYAyhUg8Lns" +
  "axFfJPWvwcEDmIcfZKOi9KiIKOC+Nm2agow75JcfreS7lgszXfYwP5QrFLYgNVdcEZAXhlvELQgQPIynHn7EU0Jf235v0sPtcD/g" +
  "EgC/ZH56LuvXfutXO1b/grOPe2UbWrwmLanXIqzDWxiFOJc9aCvndmMGuoADvvRif4/USiE3Oh4fXYYnJR4ffccH5FXaQP3kWiAK" +
  "y2ZjwWpg5W/LPyP/L3Cyv9Z3cipQTqF1A1YD24HtBNsILkUi4v5S6kmqFYDxSDjG+c9LQJENWGHgUNMLF2QkAHhPQnAHXLPtWsrH" +
  "mOG3H3ZuffzixX8AHwN+eyC0GYvcQqEN+Hw15+t1lgNmA7kSbwyqOjUPOgds2cGfbtE8bAMe2267NOBI08fwUaXgUfOwWju5gyAK" +
  "odBst3sMXI2QK+F7HvuAiTDiEJShn5iD1WkTK4WglNdjoF6xFhO1RZeIL3YMVnnKSjlEQT8xAGu6p14iuR3uQH65WK3uLstnfSCe" +
  "1ODFgdA4JOa1A4blmYBNOaBvwuMnO25YK+BfrQD9+FwCLFsLoPvz06cPfzk7e5zT6XR+e/HizpU88ELpXYDr7KPA5He1j/5LONMP" +
  "aHxVP+eflF5oN5EN2XcPjnCYCQwH0s05wBO9Abw/+/UB0AcAu4Rc+uHIFvYiPfOwFLveJ/mlmDd9ciBaLXfO/SIk+KWx6U2AVURr" +
  "BfhKTtoAaARAQAGqBgIfbQK81cSIK7QF+y9TK0Oh1KNAziKgdlsoOtxhi92Ly+GW6+0nTw4KU6OtF5XF1NPt3xEvXCfW8LUtxyrz" +
  "ACMe8DQCXPGANgbAcV4X/acqbNBJMLSID3d4aV6Y4souivK9FIX7Kcr3UVzaTbsXhCNlYjAU2t/HvZsi3DKxqLRkH0XYKpHImlBo" +
  "Vx93EUW4Q1K4tCB8nUQB48Q71DMvsZjMA3CZmH14o9MV4vm6yWBgdCATB6n/1PlmQCKCAjZ44SmlODoncXJpaUnFNewa6Ou99kJf" +
  "eG96j9a67lXd6Iv399BDkvewGD5L8W87wvsUeIuUMC2SvShaKeDXfQv/aggrYxBofd6m/Wf3frzezdsmfHn38x3Vbt5DM7/bTc+R" +
  "bl5d+G43BbrlwfXZsyheHOcp+VAs9tYMKaE5xV59XgkNlnlRpbq+Wkw8k9p9gknQxlwmCI5qBGy9QhC8+zFgbqANjpPAqTKObeBg" +
  "KCvcoXYf9X9Og5/POrtnVvKNeWu4nMltAPhs2zbbwh2Oil7sC9OgUnIgJdznC86LrWGqDfIiYH+zonN5q4ea3wFUdQI++EczaHsU" +
  "oHYIgq3Pn09BAikMhUJu9zw3wSCgjk8uj5cGwX9OwMc3wFcUK7aSQ02+vSBdtRwBCiNLRbBZN1QKOTiK05iN8hZtEZhlh/53Cpwj" +
  "HgkLEXQ30k7h+6i2rgPcaUwIvGx7G2+HhyoTcLpKu6ctvt+EOY0QnosvFQS64Qeb1hlB4Rj2obBVV+inRCYJnh0SDrboilU45olD" +
  "YbYN76elYhH2+1SEz/Aw/vy7QbhCoVBTt/snAdpcoFAB9hN4UoEaAdpEwB+JRO6L+vRHru1310uLFRtI0OZRtDiMwuuoQqHgl3QH" +
  "EqO+VDb5r5fOeW/YtHyC91bFYjX2d7fB07ykpGQyv4sM9eRFY/iLKvRD3PHQoBpS3j7OMzi39ISgc8zgdzXLoDxa9vDoSdjbFTWD" +
  "cORdrFpbEcvs8casYP+p1QRHgBrgoE0zKj4xrSyzFdlAQJo/K7uw35lWcVhcjGAfB3KqhGrpdEkOdMC3ig/2P5oUhzeuVFzIcDAB" +
  "4HaXTmQ2ElFGKZ2JY4vSFjfOtSELvzzmZ7kL+33TMQ6LihHs6EBOua1G2r1zFhCmL3+k6tPoVcmVvFmWjar01p6mgTO8/+wv5d7y" +
  "+587dJi9eB3lvIv4uXL+xrsy6rje8oYE3l9z5+rKPbbKJag8SiuTJlbyh5LLD197TVk6yp9V6f0660gtLZT9Z/lcm+/bmx+zlt6i" +
  "D7J/FZfb75uEOMwqhr+fAyuqaJVw5LwEHX5W4WitzXeeNy4KrgtK7tkvS6vu5Cp5+Akwf1avOuYzIJlT7pq69FvvaVrJW28sW5U4" +
  "5ome9wBnZ0MrvosE+paVcDqHJijnPWs71vTmMlHOI5Nt8KOTotErHtlWScVCr76ktiRH4zAMrl4OeMuFarIpIOtxmSg8AfwoGtRH" +
  "/e0cVer3JHXDPcUYP27kQmxKWT4QNY6qRqiUw3Y9Gh1y5X04eIbDFRvCn5OAfZUrThs9DK70RvCGaQ0+Ckpa11QEdgCXKFwO+CYC" +
  "I4AXs8d1dxfAH4ujnNEVhyh+qngH4HC6NTvdsljRB+JrOzDwGoqFwO4U54Ibrz85gb2xJsejZllJUNMGOeZ3L5CJYzIef4Z7POf1" +
  "C5MINLxQg3XVly9fvpwGAwjC+DL69MbkCUF0DWJgEFtf1dZdaIN1gB94tVQIxrTDBNOrCbw7Akce5DDaxK5EIp3uTvoguPOCMANd" +
  "gjRX2Ptk3KFNK2N4uJZCVwZglks97Dz6Yb/Hv5nY5E/vPDLk6EgB44FCmzFlxowZkvUs/i90M7AYWijFJx3tmRm0Hd5GtO3AJex4" +
  "5eo5qTnfmx7jJNrrzxC8L7juw90fL1pnDFfgH/qSDa5e0yT4hLsXT8vFsrTmfWHkr+SRn6H1iNm8f5krNv/t56Y3dbfH0gC/Z71c" +
  "NcWOI0tlhjmdznUXL15UAePaRxN+1UZ+1jpDTDnoH0oLJrh62VKyfIKScvBNLCOa1UZuRefQB85QYut8Dm4AC2C489wvhipCMhaY" +
  "OHsVRiKRAdtFlMMv+STP2maa09guoRxHZYR7rLDrHKYWPcRHo9d3JCDFI5uBtlj4HT0ofXry7A9OcPFAgADa1pDw87PDv4tMo/95" +
  "drjrP9Moxg2HfxrF09eB5lz3tJCrf+Fsrm8HHCgHHNqZaM2JjzMM+yGfVJ5mP4SPM7TpT2vu9rlDRFeXldgb7tVlVe4QG6uyHqxO" +
  "Bnv6JPYsItDORI/EeDjT7IEZQCH/5DTgZWwu4bVYYJppy3CtrgOF/LWqDi3WrLnRqzk/gG5nlH6MMgpaLI6vMr1dNhXrweplAEdl" +
  "Vg8pRQSuFXbWZKJRT5PQoqHHATy0eHgc7BgZDa0tuBMnbEYLi6c/gCEA3r7qfZ0S4JutINwiDjVkPLa5P8PO0LmHHMjdKjH/iFn0" +
  "XRyQ1EB+J6CFeBhRQsP4QRBcrcLQSYP4gyNUGFF8g/tifELhb6FALxHq4P/5Bv+HodBqhPf1dfOuOOY75xS2SiTfc1+VLPYP2CMC" +
  "paF5wFEUiqz8HPkHNpR28sxL3FgpWu5kLYArBKiiQCATk/FNxURTAVz7AL0xm0stBWiHbaFFi93tvcCcxKiTJRO8pj26iv478jcW" +
  "FX7A/Pr6eJwwQsSVwNfDE35JNhK4mxnm/JrBqccafN8w9V4v+lv0ulerkw12mhQUwvTmd9dZdyb+/tdAaBGPRUO/kQptuMyPB+ac" +
  "K6W58nhgcaENVcJ4bY+9MFImYk9I0J1cUMGyf9s8JWdIsXe2pyQ9rtibO6KEVu/z4mwJ1cqskGM3eyTdjvcZxfSfKfjrV6NpD4At" +
  "pdGoTd5tr7ShKj0eyLu6QoH+7Mv3FOXicS5wD85cSAGbdKv6W3bAY3C326gGFK2WoHH8bTZauV4EGifdXq1DnJbpa1Mk4thcoCoV" +
  "2pxj3EHR12YI0ARbSofLtcm74ypt2vn0eC1jZS1G+TPuyEZeVR7KxX/xgXt2MUEca56zcgCehvjSYPupUIAuoDM8Z27iZGA0Agtj" +
  "9NHrTi0xrYwO5M6CJtCGiC6u4jS+cYM6oV87RCgCDXCvgwLCHbjwJxW7aOEB6i+hRZ9dfLfICms0GKXzCm1Vh+7Mr35RqpwSU8mf" +
  "qOb9F3jj4tFzNi0KLwCYAeAu1OcuA61MD+w5YHkO8afvBxLbBHacax+HgTXkB+FEwUAkAlozIEfGWB+pV1jjRGwICXqUUL8wDa5G" +
  "3RioV9gUDkV7oLVW4elXL6cnr9XSLPjTj0/cIEM/ZNPuCOw4d6qibQ0pF4AaUhsDLrc05exJOxKgRdUVASiY6kAPjk2Ii20koX5f" +
  "30NhxAItgY2dsG1YZjXx9/17xc7DYJGPbpw8aWMr7hfg+YxA7FmvME0jGJRjgnqEzSceBcloicwbb/8we7SfyyznrYKOWGD3u3g/" +
  "h2se8rWHpjnbTtA08jsC20XBWbLngIK0n2z+V84kpmLWEQQsB/+gcOS8yLS2nQsFeRAa+28ZGswnwFsAkoFN9yJ/alw1yR2uYtMR" +
  "BJqN0Qa5SpdYpu1B4EPT86knlgA6Agvs8Lv4eoUlpWHXalHjhHqFaRq0thMYqFeYXwQCMnq63e23snPUEIBcuxUSbhop5/+lWzX5" +
  "fIRj5KYjCwLNdmqDdpUuMTgO8wk8CvAA6gpB4BOwhe3BOhk6wvcZ/C6hLgZNw3cfiJpWtwSmsG8A8+GiGFaDMPUajXz2haiq4XDc" +
  "Dv0xMEU/ZmP5hJvDzLojNk2DcccgBhoQ8GB/AeB0NijP5qpgSZb6N/6dLuDDbYDRuEEiNeLEB3s5TOXrtTrM6TJFMS+KyTLdKCaM" +
  "+V0ck1ZoOXV45OqhGOzDMplc3RJfAzyPAi7eVCCmBh40NE1oWo/dBHfBl2/b5m4Zx2bTaMQ2OzlcajeNJAHebw00btdwoY/ACHG+" +
  "BFudQnMlgPkHDRXoNCPTxLp7yTmBGa0BH99goX5DYBaxT51CnRrw3kZAb4qGpFPZ0X71aA3MkIHsftrbC6Kx+S9LUE3CkkfFQhxB" +
  "rqQN0pfAVVYgmWvVYIfPnIAe+RymhPj5s7KZXD0Oi5lYlwM5plSWxmBCDyyG01lPalctrGCRUL3HANGwKgcG/xsxe38txqUJyJtg" +
  "+pb1nTuz2LLV40Cb+pVlakM9PaqvI3gT2GODwdddvzNQ2AHoTjgNL/WFh9Ynz5cgYHlr06DUNzC2JObGYEHa7eTEod0LZNvxnIfX" +
  "3u4tbJ66pIYUjlCx8DBypYnGEuP8ZhHw+sZ9jrHDYZ7F2uIBgNb89nLvYCuU72Ur1JB2TLOk88D6ilGobflQLIvH2AZCLfwre8bj" +
  "qTHfCyinx3ltNL4pXUvMVCU7JlMBF2lAavH2eg+fDKAzgDTLvW7ZoGFc7VAgB5rQOChg2fWrh7G/v3pgKdR8oEVjM0lbyZuJ2kpv" +
  "rTAG2ZW8X+6KN66BXAHLPGunbxrzTU72OdvcxMlqeWlJKUbDo5ZTFN/44gTeH8/rJSMQGJdDzjy4OqAYjmxUByS90TUArWh1NMej" +
  "L9M2728fSWm7Vt/FCWh5s2eUGS5p6iS/vSHxahWjAfzOkSLa4ke7c78PL7vr/JouWtLvK9wUvuZycxMb3yq3W0gO3qUL3juvB7ct" +
  "M81XX+MAPe11ld38cGCf9i318Zx2kM9urE/m3JmB43z2jQeCom8gHoROXNtBk245IaNRxe9V2bVrXd4kUrXjmMwFBb2/V38lnD4X" +
  "a8Yg/CkwpwDhJgXwamvCVFvDIktkAq+i/uS0DYR5X0HiJxZVvInqZIkHgzPDoTpunWTnrsdveMGs1MesEeSKyCXgfl2jnHeWN5b7" +
  "vgfvh/Dej+vW8heb+d+cM9ObGZdJfuV+o+91Fpfo9Sk3sZsy536RZwkPUJh50qYcVnsRTkHhJOA9m/VjJKJEYYD5Pjl0jGfgte9M" +
  "tYs4NvY/ui3TmrF7hrG4pX++8g9TFoCWCky5dXVzvmzINVMFWn8FevQf9kcciuWx8Au3FNhJAXx2IHfK0lFge7+SBiS263/1WfmX" +
  "Unpy5D932TF7AgKfUbztReDADWD668wBHe5fmnWLPiMg+Y5Rfx+gZAKgOW8zFXOwgrLTut44hWhAeCtlbuLtpUA0oR3Cn/FI4+pv" +
  "QE+42utH7UCTJreZmfFN4fQudqQn1x8cbQyFQnZjZ+/tbjdeYROKyxzeTky86rwFykrkKwQrAG2SSfHM41aw9O6JSCQSj033PmcK" +
  "LngytZrkOjCzGP5TFWuPIKCyFGLVYCS4SpccKRnIupNong8sqG7CrmoxZ+jcMPWrXuSFC0q4xVPbhGnA7kXVHoqteJXk2nSbf6lS" +
  "1quSoiszGubjj65l2T9dKjnoEn5fl6Cc12XTHI1sDfT5w16k+4tGusQOeWW9xqDrtbfp5m0BPAR/fAUMvErYPY+tzrsstrc/iIEr" +
  "gddPvMO/ktjrEqCt5WH8vJagewHgiaPYtqusjGMpi79AW2NzCaIr797q9AeOEAR3ihgyx4kVp0tSkIg/lLEemKpCb45bS3iTaPt4" +
  "tDc9ev/HHDx8Qwbp9qPoGRhSXYNsyEW4mRXw5cCMuW99wYfXMFXVm5vrF/yQg9YRDZPcx1PFZdpqF94/qfkvJ5cXngsf/bbyE0so" +
  "ln8q3VT5elfazWtRO5O/1hXPJxmISmhIDtHg+KLVUpqL1BW4u0pSmF1qgKjyChaL1JkhIAS79xP0IA1JQQpp2Dzg6okSIJ4rJPBP" +
  "s5zhgvtp9YiyAinB+sfYZhmvhdF5+4g/TJRyCBwghX7B90md44SuI/i6TWvSoGSq5wm+aBfc6XX17w9lPA8E+gIuNkLh2uVbPLIr" +
  "uaDk1Zd4ygokjesIFHZkgYnl8rKwGWBbEf9//6cA/Oy42NAaQNOH0IALZuBOwLfNzNc3JBUM7T5gph2Pe7gGZGS01PFmYn4c9Jga" +
  "rlAKqHuBxV2ByyJQKdz8YWbNTHgSbAmFxnd3Tx0MHBSBzUAgFqjlYAwyozr8FIn8Fb+4Gre+5/bbzXCmQZKcwEZ2o3RrSUQH1rN/" +
  "INIGSfPworaGYmod0nRy2BsUfROx+9d/zMjCMDyMh1diJVZuCfVPSIzaEgqF2JfExMSoyVmDo15akTI5uK63OjhPd5KX33vt3riU" +
  "l3XteqYwvykw9ts57ObkU+2tso5ns8y/oODnSORvwJA84+Odyf8zgODF81kE2sZ32alu0t7cIVTftT6gIHgqJLJr+LIc9mc91PB+" +
  "1Jo51w2L2CXqDMzA1/lp22UcRLGMwh55do0YId711Zr3nfavk6dsS4wZA+j5D91hphccZnqNZbGgdzOvqz/jDJbdPHWKqahOtO33" +
  "b56f9EnaCmRjZu/Ph4lvRM3U3O4ot5sDlrMKrggLAZc3fwnw/PnkMBk/RCJ9/tsTifytKPJMJJL6c0T5MdIv8lf4IosiCvBjwV9Z" +
  "m30UVnnj1cf/AQ==";
