import { constants, createDecipheriv, generateKeyPair, type KeyObject, privateDecrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { MusterError } from '../../shared/errors.ts'
import type { Sealed } from '../../shared/model/app.ts'

/** Main's half of sealing: a key pair that lives as long as the process. */
export interface Sealing {
  /** SPKI of the public key in base64, for `app.info`. */
  readonly publicKey: string
  /**
   * The text that the window sealed.
   * @throws MusterError `ipc-input` when it was not sealed for this start or was altered.
   */
  open(sealed: Sealed): string
}

const tagLength = 16

/** Makes the key pair, off the main thread. RSA-OAEP with SHA-256 (RFC 8017) around AES-256-GCM (NIST SP 800-38D). */
export async function createSealing(): Promise<Sealing> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    open: (sealed) => {
      try {
        return decrypt(privateKey, sealed)
      } catch {
        // No cause: OpenSSL's words say nothing to the admin, and an oracle to anyone else.
        throw new MusterError('ipc-input', { where: 'sealed text' })
      }
    },
  }
}

function decrypt(privateKey: KeyObject, { key, iv, data }: Sealed): string {
  const bytes = Buffer.from(data, 'base64')
  const aesKey = privateDecrypt(
    { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    Buffer.from(key, 'base64'),
  )
  const decipher = createDecipheriv('aes-256-gcm', aesKey, Buffer.from(iv, 'base64'), { authTagLength: tagLength })
  decipher.setAuthTag(bytes.subarray(-tagLength))
  return Buffer.concat([decipher.update(bytes.subarray(0, -tagLength)), decipher.final()]).toString('utf8')
}
